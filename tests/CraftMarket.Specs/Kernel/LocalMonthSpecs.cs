using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Specs;

public sealed class LocalMonthSpecs
{
    [Theory]
    [InlineData("2026-11-30T15:59:59Z", "2026-11")] // 23:59 in Semoyang
    [InlineData("2026-11-30T16:00:00Z", "2026-12")] // midnight in Semoyang
    [InlineData("2026-12-31T15:59:59.999Z", "2026-12")]
    [InlineData("2026-12-31T16:00:00Z", "2027-01")]
    [InlineData("2026-11-30T23:59:00+08:00", "2026-11")]
    [InlineData("2026-12-01T00:30:00+09:00", "2026-11")]
    public void a_month_ends_at_midnight_in_wita(string instant, string month) =>
        Assert.Equal(month, LocalMonth.Of(DateTimeOffset.Parse(instant)).ToString());

    [Fact]
    public void a_day_begins_at_midnight_in_wita() =>
        Assert.Equal(new DateOnly(2028, 2, 29), LocalMonth.DayOf(DateTimeOffset.Parse("2028-02-28T16:00:00Z")));

    [Theory]
    [InlineData("2026-11", 3, "2027-02")]
    [InlineData("2026-01", -1, "2025-12")]
    public void months_are_added(string month, int add, string sum) => Assert.Equal(sum, Read(month).Plus(add).ToString());

    [Theory]
    [InlineData("2026-11", "2026-11", 1)]
    [InlineData("2026-11", "2027-02", 4)]
    [InlineData("2026-11", "2026-10", 0)]
    public void months_from_one_to_another_count_both(string first, string last, int count) =>
        Assert.Equal(count, Read(first).Through(Read(last)));

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("11-2026")]
    [InlineData(null)]
    public void what_is_not_a_month_is_not_read(string? text) => Assert.False(LocalMonth.TryParse(text, out _));

    [Fact]
    public void it_is_sent_as_year_and_month() =>
        Assert.Equal("\"2026-11\"", JsonSerializer.Serialize(JsonSerializer.Deserialize<LocalMonth>("\"2026-11\"")));

    private static LocalMonth Read(string text) => LocalMonth.TryParse(text, out var month) ? month : throw new FormatException();

    [Theory]
    [InlineData("2026-11", 2, "2027-01")]
    [InlineData("2026-01", -1, "2025-12")]
    [InlineData("2026-12", -11, "2026-01")]
    [InlineData("0001-01", -11, "0001-01")]
    [InlineData("9999-12", 1, "9999-12")]
    public void months_are_counted_on_and_back_as_far_as_the_calendar_goes(string month, int months, string expected)
    {
        Assert.True(LocalMonth.TryParse(month, out var from));
        Assert.Equal(expected, from.Plus(months).ToString());
    }
}
