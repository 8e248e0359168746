using CraftMarket.Kernel;

namespace CraftMarket.Specs;

public sealed class NikSpecs
{
    [Theory]
    [InlineData("5202065708900001", "a woman's day is forty more")]
    [InlineData("5202064202900001", "42 is the second, with its leading zero")]
    [InlineData("5202060101000001", "the first of January 1900 or 2000")]
    [InlineData("5202063112990001", "the last day of a year")]
    [InlineData("5202067112990001", "the last day of a year, a woman")]
    [InlineData("5202062902000001", "29 February 2000")]
    [InlineData("5202062902960001", "29 February 1996")]
    [InlineData("7777060101900001", "a place that no list knows any more")]
    [InlineData(" 5202061708900001 ", "blanks around it")]
    public void a_number_that_can_exist_is_read(string text, string why) => Assert.True(Nik.TryParse(text, out _), why);

    [Theory]
    [InlineData("5202061708900000", "no serial 0000")]
    [InlineData("5202062902010001", "no 29 February in 1901 nor 2001")]
    [InlineData("5202066902010001", "nor for a woman")]
    [InlineData("5202063002000001", "no 30 February")]
    [InlineData("5202063104900001", "no 31 April")]
    [InlineData("5202060008900001", "no day 00")]
    [InlineData("5202063208900001", "no day 32")]
    [InlineData("5202064008900001", "no day 40")]
    [InlineData("5202067208900001", "no day 72")]
    [InlineData("5202061700900001", "no month 00")]
    [InlineData("5202061713900001", "no month 13")]
    [InlineData("520206170890001", "fifteen digits")]
    [InlineData("52020617089000011", "seventeen digits")]
    [InlineData("520206 170890 0001", "blanks inside")]
    [InlineData("5202o61708900001", "a letter")]
    [InlineData("٥٢٠٢٠٦١٧٠٨٩٠٠٠٠١", "other digits")]
    [InlineData("", "nothing")]
    [InlineData(null, "nothing at all")]
    public void a_number_that_cannot_exist_is_not(string? text, string why) => Assert.False(Nik.TryParse(text, out _), why);

    [Theory]
    [InlineData("5202064202900001", 1990, 2, 2, true, true)]
    [InlineData("5202064202900001", 1990, 2, 2, false, false)]
    [InlineData("5202064202900001", 1990, 2, 12, true, false)]
    [InlineData("5202060202900001", 1990, 2, 2, false, true)]
    [InlineData("5202060202050001", 2005, 2, 2, false, true)]
    [InlineData("5202060202050001", 1905, 2, 2, false, true)]
    public void it_is_compared_with_birth_date_and_sex(string text, int year, int month, int day, bool female, bool matches) =>
        Assert.Equal(matches, Read(text).Matches(new(year, month, day), female));

    [Fact]
    public void province_99_marks_a_fictitious_one() =>
        Assert.Equal((true, false), (Read("9902065708900001").IsFictitious, Read("5202065708900001").IsFictitious));

    [Fact]
    public void it_is_never_printed() => Assert.DoesNotContain("5708", $"{Read("5202065708900001")}", StringComparison.Ordinal);

    private static Nik Read(string text) => Nik.TryParse(text, out var nik) ? nik : throw new FormatException();
}
