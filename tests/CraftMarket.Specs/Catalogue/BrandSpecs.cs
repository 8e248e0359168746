using System.Text.RegularExpressions;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using CraftMarket.Specs.House;
using CraftMarket.Specs.Ordering;
using Wolverine;
using Wolverine.Marten;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class BrandSpecs
{
    private static readonly ChangeBrand Named = new(Sahnun, "Sahnun Anyam", "Tiga generasi.", "#8a5a2b", null);
    private static readonly Maker Welcomed = new(Guid.NewGuid(), Sahnun, Regions.Semoyang, null, null, null, null);
    private static readonly Maker First = Welcomed.Apply(Named.After(Welcomed)).Apply(new ShopAddressGiven("sahnun-anyam"));

    [Fact]
    public void the_first_name_of_a_brand_gives_its_shop_an_address()
    {
        var (events, ops, told) = Change(Named, Welcomed);
        Assert.Equal([new BrandChanged(Sahnun, "Sahnun Anyam", "Tiga generasi.", "#8a5a2b", null),
            new ShopAddressGiven("sahnun-anyam"), new BrandShown(Sahnun, 1, "Sahnun Anyam", "#8a5a2b", null)], events);
        Assert.Single(ops);
        Assert.Contains(new CarryBrand(Sahnun), told);
        Assert.Contains(new DrawShop(Sahnun), told);
    }

    [Fact]
    public void saying_the_same_again_makes_no_version()
    {
        var (events, ops, told) = Change(Named, First);
        Assert.Empty(events);
        Assert.Empty(ops);
        Assert.Empty(told);
    }

    [Fact]
    public void a_changed_colour_is_a_version_and_keeps_the_address()
    {
        var (events, ops, _) = Change(Named with { Colour = "#112233" }, First);
        Assert.Equal(2, events.Count);
        Assert.IsType<BrandChanged>(events[0]);
        Assert.Empty(ops);
        Assert.Equal(2, Assert.IsType<BrandShown>(events[1]).Version);
    }

    [Fact]
    public void what_is_not_said_stays_and_what_is_empty_goes()
    {
        var kit = First.Apply((Named with { Tagline = "Dari daun", CareNote = "Jauhkan dari air", Accent = "#c9973f" })
            .After(First));
        var after = (Named with { Tagline = "" }).After(kit);
        Assert.Null(after.Tagline);
        Assert.Equal(("Jauhkan dari air", "#c9973f"), (after.CareNote, after.Accent));
    }

    [Fact]
    public void a_renamed_brand_gets_a_new_address_and_may_go_back_to_its_old_one()
    {
        var renamed = Named with { Name = "Rumah Sahnun" };
        Assert.Equal(new ShopAddressGiven("rumah-sahnun"), Change(renamed, First).Events[1]);
        var (events, ops, _) = Change(Named, First.Apply(renamed.After(First)).Apply(new ShopAddressGiven("rumah-sahnun")),
            ("sahnun-anyam", Sahnun));
        Assert.Equal(new ShopAddressGiven("sahnun-anyam"), events[1]);
        Assert.Empty(ops);
    }

    [Fact]
    public void two_makers_of_one_name_have_two_addresses()
    {
        Assert.Equal(new ShopAddressGiven("sahnun-anyam-semoyang"), Change(Named, Welcomed, ("sahnun-anyam", Rajab)).Events[1]);
        Assert.Equal(new ShopAddressGiven("sahnun-anyam-000000a1"),
            Change(Named, Welcomed, ("sahnun-anyam", Rajab), ("sahnun-anyam-semoyang", Rajab)).Events[1]);
    }

    [Theory]
    [InlineData("Produk", "produk-semoyang")]
    [InlineData("工房", "perajin-000000a1")]
    public void no_shop_hides_a_workroom_and_every_name_gives_an_address(string name, string slug) =>
        Assert.Equal(new ShopAddressGiven(slug), Change(Named with { Name = name }, Welcomed).Events[1]);

    [Fact]
    public void every_page_of_the_workroom_is_reserved()
    {
        var pages = Repository.Files("src", "*.cshtml").Select(x => Regex.Match(x.Text, "@page \"/perajin/([a-z-]+)"))
            .Where(x => x.Success)
            .Select(x => x.Groups[1].Value).Distinct().ToList();
        Assert.Contains("merek", pages);
        Assert.Empty(pages.Except(ShopAddress.Reserved));
    }

    [Theory]
    [InlineData("A", "#8a5a2b", null, null, "name_length")]
    [InlineData("Sahnun", "coklat", null, null, "colour_unknown")]
    [InlineData("Sahnun", "#8a5a2b\n", null, null, "colour_unknown")]
    [InlineData("Sahnun", "#8a5a2b", "emas", null, "colour_unknown")]
    [InlineData("Sahnun", "#8a5a2b", null, 200, "care_length")]
    public void a_brand_is_refused_by_field(string name, string colour, string? accent, int? care, string code) =>
        Assert.Equal(code,
            ChangeBrandHandler.Validate(new(Sahnun, name, "", colour, null)
            {
                Accent = accent, CareNote = care is { } length
            ? new('a', length) : null
            }, Facts(Welcomed))?.Code);

    [Fact]
    public void a_logo_that_is_not_ready_yet_is_looked_at_again_after_the_change()
    {
        OutgoingMessages Told(PhotoStatus logo) =>
            ChangeBrandHandler.Handle(Named with { Logo = Front }, Facts(Welcomed, Photos(logo)[Front])).Item3;
        Assert.Contains(new LookAtLogo(Sahnun), Told(PhotoStatus.Processing));
        Assert.DoesNotContain(new LookAtLogo(Sahnun), Told(PhotoStatus.Ready));
    }

    [Fact]
    public void another_artisans_logo_is_refused() => Assert.Equal("unknown_photo",
        ChangeBrandHandler.Validate(Named with { Logo = Front }, Facts(Welcomed, Photos(owner: Rajab)[Front]))?.Code);

    [Fact]
    public void a_new_look_is_carried_to_every_product_on_sale()
    {
        var (events, told) = CarryBrandToHandler.Handle(new(Id), OnSale, SahnunAnyam);
        Assert.Empty(events);
        Assert.Equal([new DrawShareCard(Id)], told);
        Assert.Equal([new ProductMakerRenamed("Baru")],
            CarryBrandToHandler.Handle(new(Id), OnSale, SahnunAnyam with { Name = "Baru" }).Item1);
        Assert.Empty(CarryBrandToHandler.Handle(new(Id), Draft, SahnunAnyam).Item2);
    }

    private static (List<object> Events, List<IMartenOp> Ops, List<object> Told) Change(ChangeBrand command, Maker maker,
        params (string, ArtisanId)[] taken)
    {
        var facts = Facts(maker, null, taken);
        var (_, ops, told) = ChangeBrandHandler.Handle(command, facts);
        Appending.Do(ops);
        return (((Written<Maker>)facts.Maker).Appended, [.. ops.Where(x => !Appending.Is(x))], [.. told]);
    }

    private static BrandFacts Facts(Maker maker, Photo? logo = null, params (string Slug, ArtisanId Owner)[] taken) =>
        new(new Written<Maker>(maker), logo, taken.ToDictionary(x => x.Slug, x => x.Owner));
}
