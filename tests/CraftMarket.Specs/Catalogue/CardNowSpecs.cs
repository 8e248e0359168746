using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;

namespace CraftMarket.Specs.Catalogue;

/// <summary>What a listing shows that is not stored with its card.</summary>
public sealed class CardNowSpecs
{
    private static readonly RegionCode Elsewhere = RegionCode.Parse("52.02.06.2002");
    private static readonly CardMark Mark = new("Kriya Semoyang", "#8a5a2b", "semoyang", null);

    private static readonly ProductCard Card = new(Guid.NewGuid(), "tas", "Tas", 100_000, 5, null, new(Guid.NewGuid(), "Sahnun"),
        CardVillage.Of(Regions.Semoyang), null, "tas", ["pandan"], ProductCard.OnSale,
        DateTimeOffset.UnixEpoch);

    private static readonly CardNow Nothing = new(null, null, null, new(null, 0));

    [Fact]
    public void a_card_of_which_nothing_is_told_shows_what_it_was_listed_with()
    {
        var shown = (Nothing with { Free = null }).Join(Card);
        Assert.Equal((5, null, null), (shown.Available, shown.Mark, shown.Rating));
    }

    [Fact]
    public void what_is_free_is_what_ordering_told_last() =>
        Assert.Equal(2, (Nothing with { Free = new Dictionary<Guid, int?> { [Card.Id] = 2 } }).Join(Card).Available);

    [Theory]
    [InlineData(MarkStatus.Given, true)]
    [InlineData(MarkStatus.Waiting, false)]
    [InlineData(MarkStatus.Refused, false)]
    [InlineData(MarkStatus.Withdrawn, false)]
    public void only_a_mark_that_is_given_is_shown(MarkStatus status, bool shown) =>
        Assert.Equal(shown, Held(status, Regions.Semoyang, null).Join(Card).Mark == Mark);

    [Fact]
    public void goods_of_another_village_or_found_made_in_one_bear_no_mark()
    {
        Assert.Null(Held(MarkStatus.Given, Elsewhere, null).Join(Card).Mark);
        Assert.Null(Held(MarkStatus.Given, Regions.Semoyang, Elsewhere).Join(Card).Mark);
        Assert.Null(Held(MarkStatus.Given, Regions.Semoyang, null).Join(Card with { Village = null }).Mark);
        Assert.Equal(Mark, Held(MarkStatus.Given, Regions.Semoyang, Regions.Semoyang).Join(Card).Mark);
    }

    [Fact]
    public void a_village_that_is_not_open_has_no_mark() =>
        Assert.Null((Nothing with { Use = new(MarkStatus.Given, Regions.Semoyang, null) }).Join(Card).Mark);

    [Fact]
    public void stars_are_shown_when_somebody_gave_some() =>
        Assert.Equal(new Rating(4.5m, 2), (Nothing with { Rating = new(4.5m, 2) }).Join(Card).Rating);

    [Fact]
    public void what_is_kept_beside_the_variants_is_told_nobody() =>
        Assert.Null(Nothing.Join(Card with { Plain = new(100_000, 5) }).Plain);

    [Fact]
    public void it_is_read_as_the_database_writes_it()
    {
        var now = JsonSerializer.Deserialize<CardNow>($$"""
            {"free": {"{{Card.Id}}": null}, "origin": null, "rating": {"average": null, "count": 0}, "use":
                {"status": "given", "village": "{{Regions.Semoyang.Value}}", "mark":
                    {"name": "Kriya Semoyang", "colour": "#8a5a2b", "village": "semoyang", "logo": null} } }
            """)!;
        Assert.Equal((0, Mark), (now.Join(Card).Available, now.Join(Card).Mark));
    }

    private static CardNow Held(MarkStatus status, RegionCode village, RegionCode? origin) =>
        Nothing with { Use = new(status, village, Mark), Origin = origin };
}
