using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

/// <summary>Inaq Sahnun's bag is sold out, made when ordered, and made ahead again.</summary>
public sealed class ChangedSupplySpecs
{
    private static readonly ReviseProduct Nothing = new(Id, Sahnun, null, null, null, null, null, null, null, null, null);
    private static readonly Product Made = OnSale.Apply(new ProductLeadTimeChanged(7));
    private static readonly Variant Red = new(new(Guid.Parse("01900000-0000-7000-8000-0000000000c1")), null, "Merah");
    private static readonly Variant Green = new(new(Guid.Parse("01900000-0000-7000-8000-0000000000c2")), "Besar", "Hijau");
    private static readonly ProductDetails Varied = Bag with { Variants = [Red, Green] };

    [Fact]
    public void what_is_sold_from_stock_is_made_to_order_from_now_on_and_no_curator_is_asked()
    {
        var (answer, events, messages) = ReviseProductHandler.Handle(Nothing with { LeadTimeDays = 7 }, OnSale, Facts(), Now);
        Assert.Equal([new ProductLeadTimeChanged(7)], events);
        var chosen = Assert.Single(messages.OfType<SupplyChosen>());
        Assert.Equal((7, 4L), (chosen.LeadTimeDays, chosen.Revision));
        Assert.Equal([new CountedArticle(null, null)], chosen.Articles);
        Assert.Equal((ProductStatus.Published, 4, true),
            (((ProductWritten)answer).Status, ((ProductWritten)answer).Version, ((ProductWritten)answer).Resupplied));
        Assert.Equal((7, null), (Made.LeadTimeDays, Made.ListedStock));
    }

    [Fact]
    public void back_from_stock_it_begins_with_the_count_that_is_given()
    {
        var (answer, events, messages) = ReviseProductHandler.Handle(Nothing with { Stock = 3 }, Made, Facts(), Now);
        Assert.Equal([new ProductSoldFromStock(3)], events);
        var chosen = Assert.Single(messages.OfType<SupplyChosen>());
        Assert.Null(chosen.LeadTimeDays);
        Assert.Equal([new CountedArticle(null, 3)], chosen.Articles);
        Assert.Equal(Made.Edition + 1, chosen.Revision);
        Assert.True(((ProductWritten)answer).Resupplied);
        var stocked = Made.Apply(new ProductSoldFromStock(3));
        Assert.Equal((null, 3), (stocked.LeadTimeDays, stocked.ListedStock));
    }

    [Fact]
    public void a_count_of_what_is_in_stock_already_is_left_to_ordering()
    {
        var (answer, events, messages) = ReviseProductHandler.Handle(Nothing with { Stock = 3 }, OnSale, Facts(), Now);
        Assert.Empty(events);
        Assert.Empty(messages);
        Assert.False(((ProductWritten)answer).Resupplied);
    }

    [Fact]
    public void other_days_to_make_one_are_told_and_the_same_days_are_not()
    {
        Assert.Equal(9, ReviseProductHandler.Handle(Nothing with { LeadTimeDays = 9 }, Made, Facts(), Now)
            .Item3.OfType<SupplyChosen>().Single().LeadTimeDays);
        Assert.Empty(ReviseProductHandler.Handle(Nothing with { LeadTimeDays = 7 }, Made, Facts(), Now).Item3);
    }

    [Fact]
    public void the_revision_that_is_told_is_the_one_that_is_answered()
    {
        var change = Nothing with { LeadTimeDays = 7, Name = "Kotak rokok anyaman" };
        var (answer, _, messages) = ReviseProductHandler.Handle(change, OnSale, Facts(), Now);
        Assert.Equal(((ProductWritten)answer).Version, messages.OfType<SupplyChosen>().Single().Revision);
        Assert.Equal(ProductStatus.Submitted, ((ProductWritten)answer).Status);
    }

    [Fact]
    public void it_is_one_or_the_other()
    {
        Assert.Equal("stock_or_lead_time", Refused(Nothing with { LeadTimeDays = 7, Stock = 3 }, OnSale));
        Assert.Equal("stock_or_lead_time",
            Refused(Nothing with { LeadTimeDays = 7, Variants = [new(null, "Merah", null, 3)] }, OnSale));
        Assert.Equal("stock_out_of_range", Refused(Nothing with { Stock = -1 }, Made));
        Assert.Equal("stale", Refused(Nothing with { LeadTimeDays = 7, Seen = 2 }, OnSale));
        Assert.Null(Refused(Nothing with { LeadTimeDays = 7 }, OnSale));
        Assert.Null(Refused(Nothing with { Stock = 0 }, Made));
    }

    [Fact]
    public void all_sizes_and_colours_change_at_once()
    {
        var bag = OnSale with { Details = Varied, Variants = [new(Red, null), new(Green, null)] };
        var (_, _, messages) =
            ReviseProductHandler.Handle(Nothing with
            {
                LeadTimeDays = 7,
                Variants = [Wanted(Red, null), Wanted(Green, null), new(null, "Biru", null, null)]
            }, bag, Facts(), Now);
        Assert.Equal([null, Red.Id, Green.Id], messages.OfType<SupplyChosen>().Single().Articles.Take(3)
            .Select(x => x.VariantId));
        Assert.Equal(4, messages.OfType<SupplyChosen>().Single().Articles.Count(x => x.Count is null));
        Assert.Empty(messages.OfType<ProductListed>());
    }

    [Fact]
    public void back_from_stock_each_of_them_is_counted()
    {
        var bag = Made with { Details = Varied, Variants = [new(Red, null), new(Green, null)] };
        Assert.Equal("variant_stock_missing", Refused(Nothing with { Stock = 5 }, bag));
        Assert.Equal("variant_stock_missing", Refused(Nothing with { Variants = [Wanted(Red, 2), Wanted(Green, null)] }, bag));
        var counted = Nothing with { Variants = [Wanted(Red, 2), Wanted(Green, 1)] };
        Assert.Null(Refused(counted, bag));
        var (answer, events, messages) = ReviseProductHandler.Handle(counted, bag, Facts(), Now);
        Assert.Equal([new ProductSoldFromStock(null)], events);
        Assert.Equal([new CountedArticle(null, 0), new(Red.Id, 2), new(Green.Id, 1)], messages.OfType<SupplyChosen>()
            .Single().Articles);
        Assert.Empty(((ProductWritten)answer).Recounted(counted.Variants!));
    }

    [Fact]
    public void only_what_it_is_sold_in_is_counted()
    {
        var bag = Made with { Details = Varied, Variants = [new(Red, null), new(Green, null)] };
        Assert.Equal([(new Article(Id, Red.Id), 2)],
            (Nothing with { Stock = 0, Variants = [Wanted(Red, 2), new(null, "Biru", null, 4)] }).CountsOf(bag));
        Assert.Equal([(new Article(Id), 5)], (Nothing with { Stock = 5, Variants = [] }).CountsOf(bag));
    }

    [Fact]
    public void until_ordering_has_counted_nothing_is_there_and_what_it_still_counts_is_what_is_sold()
    {
        var listed = ProductCard.Create(new Event<ProductDrafted>(new(Sahnun, OnSale.Slug, Bag, new(150_000), 5, null,
            "Sahnun"))
        { StreamId = Id.Value });
        var made = listed.Apply(new ProductLeadTimeChanged(7));
        Assert.Equal((7, null), (made.LeadTimeDays, made.Available));
        Assert.Equal(0, made.Supplied(Told(0)).Available);
        Assert.Null(made.Supplied(Told(null)).Available);
        var stocked = made.Apply(new ProductSoldFromStock(3));
        Assert.Equal((null, 3), (stocked.LeadTimeDays, stocked.Available));
        Assert.Equal(0, stocked.Supplied(Told(null)).Available);
        Assert.Equal(2, stocked.Supplied(Told(2)).Available);
        Assert.Equal(0, ProductSupply.Of([ArticleSupply.Of(Id, null, null)]).Free(OnSale));

        static Dictionary<Guid, int?> Told(int? free) => new() { [Id.Value] = free };
    }

    [Fact]
    public void a_curator_sees_that_it_is_made_to_order_now()
    {
        var record = CurationRecord.Create(new Event<ProductDrafted>(new(Sahnun, OnSale.Slug, Bag, new(150_000), 5, null,
            "Sahnun"))
        { StreamId = Id.Value })
            .Apply(new ProductPublished(Regions.Semoyang, "Sahnun", Now)).Apply(new ProductLeadTimeChanged(7));
        Assert.Equal(new FieldChange("leadTimeDays", null, "7"), Assert.Single(record.SinceSeen!.Fields));
        Assert.True(record.Apply(new ProductSoldFromStock(3)).SinceSeen!.IsEmpty);
    }

    private static WantedVariant Wanted(Variant variant, int? stock) => new(variant.Size, variant.Colour, null, stock);

    private static string? Refused(ReviseProduct command, Product product) =>
        ReviseProductHandler.Validate(command, product, Facts())?.Code;
}
