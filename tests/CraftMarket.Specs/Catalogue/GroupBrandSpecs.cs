using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using CraftMarket.Specs.Ordering;
using Wolverine;
using static CraftMarket.Specs.Catalogue.AGroup;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

/// <summary>A group's brand, and goods under it.</summary>
public sealed class GroupBrandSpecs
{
    private static readonly ChangeBrand Kit = new(Sahnun, "Penenun Pemban Aji", "Tiga perempuan.", "#5b2a1f", null);
    private static readonly ProductPutUnderGroup Put = new(PembanAji, "Penenun Pemban Aji", "penenun-pemban-aji");

    [Fact]
    public void a_change_is_a_version_as_of_an_artisans_own_brand()
    {
        var (events, told) = Change(Kit, Founded);
        Assert.Equal([new GroupBrandChanged(new(Sahnun, "Penenun Pemban Aji", "Tiga perempuan.", "#5b2a1f", null)),
            new GroupBrandShown(PembanAji, 1, "Penenun Pemban Aji", "#5b2a1f", null)], events);
        Assert.Contains(new CarryGroupBrand(PembanAji), told);
        Assert.Contains(new DrawGroup(PembanAji), told);
        var (none, silence) = Change(Kit, Founded.Apply((GroupBrandChanged)events[0]));
        Assert.Empty(none);
        Assert.Empty(silence);
    }

    [Fact]
    public void another_name_leads_to_another_address() => Assert.Equal(new GroupAddressGiven("tenun-semoyang"),
        Change(Kit with { Name = "Tenun Semoyang" }, Founded).Events[1]);

    [Fact]
    public void the_rules_of_an_artisans_brand_are_a_groups_rules()
    {
        Assert.Equal("colour_unknown", Problem(Kit with { Colour = "coklat" }));
        Assert.Equal("name_length", Problem(Kit with { Name = "P" }));
        Assert.Equal("care_length", Problem(Kit with { CareNote = new('a', 161) }));
        Assert.Null(Problem(Kit));
    }

    [Fact]
    public void the_next_leader_may_keep_the_logo_that_the_last_one_sent()
    {
        var kept = WithRajab.Apply(new GroupBrandChanged((Kit with { Logo = Front }).After(WithRajab.Brand)))
            .Apply(new GroupMemberLeft(Sahnun));
        var again = Kit with { ArtisanId = Rajab, Logo = Front };
        Assert.Null(ChangeGroupBrandHandler.Validate(new(PembanAji, again), Facts(kept, Photos(owner: Sahnun)[Front]))?.Code);
        Assert.Equal("unknown_photo", ChangeGroupBrandHandler.Validate(new(PembanAji, again),
            Facts(WithRajab.Apply(new GroupMemberLeft(Sahnun)), Photos(owner: Sahnun)[Front]))?.Code);
    }

    [Fact]
    public void a_product_under_the_brand_is_offered_and_drawn_so()
    {
        var (answer, events, told) = Choose(true, OnSale, Founded);
        Assert.Equal(Put, events[0]);
        Assert.Equal(OnSale.Edition + 1, ((ProductWritten)answer).Version);
        Assert.Equal(PembanAji, Assert.IsType<ProductOffered>(Assert.Single(events.Skip(1))).GroupId);
        Assert.Contains(new DrawShareCard(Id), told);
        Assert.Contains(new DrawGroup(PembanAji), told);
    }

    [Fact]
    public void choosing_what_is_chosen_is_no_news_and_back_is_back()
    {
        var under = OnSale.Apply(Put);
        Assert.Empty(Choose(true, under, Founded).Events);
        Assert.Empty(Choose(false, OnSale, Founded).Events);
        var (_, events, _) = Choose(false, under, Founded);
        Assert.Equal(new ProductTakenFromGroup(), events[0]);
        Assert.Null(Assert.IsType<ProductOffered>(Assert.Single(events.Skip(1))).GroupId);
        Assert.Null(under.Apply(new ProductTakenFromGroup()).Group);
    }

    [Fact]
    public void only_members_put_only_their_own_products_under_it()
    {
        Assert.Equal("not_in_group",
            ChooseBrandHandler.Validate(new(Id, Sahnun, true), new(new Written<Product>(OnSale), null))?.Code);
        Assert.Equal("not_in_group",
            ChooseBrandHandler.Validate(new(Id, Sahnun, true),
            new(new Written<Product>(OnSale), WithRajab.Apply(new GroupMemberLeft(Sahnun))))?.Code);
        Assert.Equal(RefusalKind.Missing,
            ChooseBrandHandler.Validate(new(Id, Rajab, true), new(new Written<Product>(OnSale), WithRajab))?.Kind);
        Assert.Null(ChooseBrandHandler.Validate(new(Id, Sahnun, false), new(new Written<Product>(OnSale), null)));
    }

    [Fact]
    public void a_groups_new_name_is_carried_to_the_goods_under_it_and_makes_no_edit_stale()
    {
        var renamed = Founded.Apply(new GroupBrandChanged((Kit with { Name = "Tenun Semoyang" }).After(Founded.Brand)))
            .Apply(new GroupAddressGiven("tenun-semoyang"));
        var (events, told) = CarryBrandToHandler.Handle(new(Id), OnSale.Apply(Put), SahnunAnyam, renamed);
        Assert.Equal([new ProductGroupRenamed("Tenun Semoyang", "tenun-semoyang")], events);
        Assert.Equal([new DrawShareCard(Id)], told);
        var after = OnSale.Apply(Put).Apply(new ProductGroupRenamed("Tenun Semoyang", "tenun-semoyang"));
        Assert.Equal((OnSale.Edition + 1, "Tenun Semoyang"), (after.Edition, after.Group!.Name));
        Assert.Empty(CarryBrandToHandler.Handle(new(Id), after, SahnunAnyam, renamed).Item1);
        Assert.Empty(CarryBrandToHandler.Handle(new(Id), OnSale, SahnunAnyam, renamed).Item1);
    }

    [Fact]
    public void a_label_under_a_groups_brand_names_who_made_it()
    {
        var group = new MakerMark("Penenun Pemban Aji", "Ikat dari rumah", "#5b2a1f", null, null, "Semoyang", null);
        Assert.Equal("Ikat dari rumah", group.Under);
        Assert.Equal("dibuat Sahnun Anyam", (group with { MadeBy = "Sahnun Anyam" }).Under);
    }

    private static (List<object> Events, OutgoingMessages Told) Change(ChangeBrand brand, MakerGroup group)
    {
        var facts = Facts(group);
        var (_, ops, told) = ChangeGroupBrandHandler.Handle(new(PembanAji, brand), facts);
        Appending.Do(ops);
        return (((Written<MakerGroup>)facts.Group).Appended, told);
    }

    private static string? Problem(ChangeBrand brand) =>
        ChangeGroupBrandHandler.Validate(new(PembanAji, brand), Facts(Founded))?.Code;

    private static GroupBrandFacts Facts(MakerGroup group, Photo? logo = null) =>
        new(new Written<MakerGroup>(group), logo, new Dictionary<string, GroupId>());

    private static (Answer Answer, List<object> Events, OutgoingMessages Told) Choose(bool under, Product product,
        MakerGroup group)
    {
        var stream = new Written<Product>(product);
        var (answer, ops, told) = ChooseBrandHandler.Handle(new(Id, Sahnun, under), new(stream, group));
        Appending.Do(ops);
        return (answer, stream.Appended, told);
    }
}
