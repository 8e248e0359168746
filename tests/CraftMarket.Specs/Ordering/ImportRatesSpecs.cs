using System.Text;
using CraftMarket.Kernel;
using CraftMarket.Ordering;

namespace CraftMarket.Specs.Ordering;

public sealed class ImportRatesSpecs
{
    private const string Header = "zone,name,from,base_fee,per_kg,days_min,days_max\n";
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly ShippingRate ToJakarta = new(new(32_000), new(28_000), 3, 5);
    private readonly Dictionary<string, ZoneRates?> _known =
        new() { ["31"] = ShippingSpecs.Zone("31", (new(2025, 1, 1), ToJakarta)) };

    [Fact]
    public void a_table_as_it_was_exported_changes_nothing()
    {
        var row = Assert.Single(Decide("31,Jakarta,2025-01-01,32000,28000,3,5"));
        Assert.Null(row.Problem);
        Assert.False(row.IsChange);
    }

    [Theory]
    [InlineData("31,,,35.000,28000,3,5", 2026, 11, 30)]
    [InlineData("31,,2026-11-30,Rp35.000,28.000,3,5", 2026, 11, 30)]
    [InlineData("31,,1/12/2026,35000,28000,3,5", 2026, 12, 1)]
    public void a_changed_fee_begins_today_or_later(string line, int year, int month, int day)
    {
        var row = Assert.Single(Decide(line));
        Assert.Null(row.Problem);
        Assert.Equal(ToJakarta, row.Before);
        Assert.Equal(new ShippingRateSet("31", new(year, month, day), ToJakarta with { FirstKilogram = new(35_000) }), row.Set);
    }

    [Fact]
    public void four_empty_cells_close_a_zone()
    {
        var row = Assert.Single(Decide("31,,,,,,"));
        Assert.Null(row.Problem);
        Assert.True(row.IsChange);
        Assert.Null(row.Set!.Rate);
    }

    [Theory]
    [InlineData("31,,2026-11-29,35000,28000,3,5", "day_past")]
    [InlineData("99,,,35000,28000,3,5", "unknown_zone")]
    [InlineData("52,,,35000,28000,3,5", "unknown_zone")]
    [InlineData("52.71,,,35000,28000,3,5", "unknown_zone")]
    [InlineData("31.74.01,,,35000,28000,3,5", "unknown_zone")]
    [InlineData("31,,besok,35000,28000,3,5", "day_unreadable")]
    [InlineData("31,,,-1,28000,3,5", "amount_unreadable")]
    [InlineData("31,,,35000,,3,5", "amount_unreadable")]
    [InlineData("31,,,10000001,28000,3,5", "amount_unreadable")]
    [InlineData("31,,,32000.00,28000,3,5", "amount_unreadable")]
    [InlineData("31,,,32.00,28000,3,5", "amount_unreadable")]
    [InlineData("31,,,35000,28000,6,5", "days_unreadable")]
    [InlineData("31,,,35000,28000,3,91", "days_unreadable")]
    [InlineData("31,\"Jakarta,,35000,28000,3,5", "row_damaged")]
    public void a_row_that_is_wrong_says_what(string line, string code) =>
        Assert.Equal(code, Assert.Single(Decide(line)).Problem?.Code);

    [Theory]
    [InlineData("11.1", "11.10")]
    [InlineData("3101", "31.01")]
    [InlineData("\"31,01\"", "31.01")]
    public void a_code_that_a_spreadsheet_took_for_a_number_is_still_read(string written, string zone)
    {
        var row = Assert.Single(Decide($"{written},,,1,1,1,1"));
        Assert.Equal(zone, row.Set?.Zone);
    }

    [Fact]
    public void every_row_has_an_outcome_and_all_mistakes_are_told_at_once()
    {
        var rows = Decide("31,,,35000,28000,3,5", "11,,,x,1,1,1", "31,,,36000,28000,3,5", "12,,,1,1,1,1", "77,,,1,1,1,1");
        Assert.Equal([(2, null), (3, "amount_unreadable"), (4, "duplicate_zone"), (5, null), (6, "unknown_zone")],
            rows.Select(x => (x.Row, x.Problem?.Code)));
    }

    [Fact]
    public void a_zone_may_be_named_twice_with_two_first_days() =>
        Assert.All(Decide("31,,,35000,28000,3,5", "31,,2027-01-01,36000,28000,3,5"), x => Assert.Null(x.Problem));

    [Theory]
    [InlineData("31,,2027-03-10,40000,28000,3,5", "31,,2027-03-25,32000,28000,3,5")]
    [InlineData("31,,2027-03-25,32000,28000,3,5", "31,,2027-03-10,40000,28000,3,5")]
    public void a_fee_that_goes_up_for_a_feast_comes_down_after_it(params string[] lines) =>
        Assert.All(Decide(lines), x => Assert.True(x.IsChange));

    [Fact]
    public void a_rise_that_is_put_off_comes_later_and_not_never()
    {
        var dearer = ToJakarta with { FirstKilogram = new(40_000) };
        _known["31"] = ShippingSpecs.Zone("31", (new(2025, 1, 1), ToJakarta), (new(2026, 12, 1), dearer));
        var rows = Decide("31,,2026-12-01,32000,28000,3,5", "31,,2026-12-15,40000,28000,3,5");
        Assert.All(rows, x => Assert.True(x.IsChange && x.Problem is null));
        Assert.Equal([dearer, ToJakarta], rows.Select(x => x.Before));
    }

    [Theory]
    [InlineData("zone,base_fee\n31,1\n", "columns_missing")]
    [InlineData(Header, "no_rows")]
    public void a_file_that_is_no_such_table_is_refused(string file, string code) =>
        Assert.Equal(code, Assert.IsType<Refusal>(RateFile.Read(Encoding.UTF8.GetBytes(file))).Code);

    [Fact]
    public void the_table_names_what_holds_today_and_later_nearest_first_and_the_provinces_without_a_rate()
    {
        var table = RateTable.Of(
        [
            ShippingSpecs.Zone("31", (new(2025, 1, 1), ToJakarta), (Today, ToJakarta with { DaysMax = 6 }),
                (Today.AddDays(5), null)),
            ShippingSpecs.Zone("11", (Today.AddDays(-1), null)),
            ShippingSpecs.Zone("same_regency", (new(2025, 1, 1), ToJakarta)),
        ], Today);
        Assert.Equal([("same_regency", false), ("11", false), ("31", false), ("31", true)],
            table.Lines.Select(x => (x.Zone, x.IsLater)));
        Assert.Equal(36, table.Unreached.Count());
        Assert.Contains(table.Unreached, x => x.Name == "Aceh");
    }

    private IReadOnlyList<RateOutcome> Decide(params string[] lines) => ImportRatesHandler.Decide(
        (RateFile)RateFile.Read(Encoding.UTF8.GetBytes(Header + string.Join('\n', lines))), _known, Today);
}
