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
        var (revised, events, _) = Revising.Handle(Nothing with { LeadTimeDays = 7 }, OnSale, Facts(), Now);
        Assert.Equal([new ProductLeadTimeChanged(7)], events);
        Assert.Equal([new WantedStock(null, null)], revised.Stock);
        Assert.Equal((ProductStatus.Published, 4, true, (int?)7),
            (revised.Product.Status, revised.Product.Edition, revised.Resupplied, revised.Product.LeadTimeDays));
        Assert.Equal((7, null), (Made.LeadTimeDays, Made.ListedStock));
    }

    [Fact]
    public void back_from_stock_it_begins_with_the_count_that_is_given()
    {
        var (revised, events, _) = Revising.Handle(Nothing with { Stock = 3 }, Made, Facts(), Now);
        Assert.Equal([new ProductSoldFromStock(3)], events);
        Assert.Equal([new WantedStock(null, 3)], revised.Stock);
        Assert.Equal((null, Made.Edition + 1, true), (revised.Product.LeadTimeDays, revised.Product.Edition, revised.Resupplied));
        var stocked = Made.Apply(new ProductSoldFromStock(3));
        Assert.Equal((null, 3), (stocked.LeadTimeDays, stocked.ListedStock));
    }

    [Fact]
    public void a_count_of_what_is_in_stock_already_is_left_to_ordering()
    {
        var (revised, events, told) = Revising.Handle(Nothing with { Stock = 3 }, OnSale, Facts(), Now);
        Assert.Empty(events);
        Assert.Empty(told);
        Assert.False(revised.Resupplied);
        Assert.Equal([new WantedStock(null, 3)], revised.Recounted);
    }

    [Fact]
    public void other_days_to_make_one_are_told_and_the_same_days_are_not()
    {
        var other = ProductRevision.Of(Nothing with { LeadTimeDays = 9 }, Made, Facts(), Now);
        Assert.Equal((9, true), (other.Product.LeadTimeDays, other.Resupplied));
        var same = ProductRevision.Of(Nothing with { LeadTimeDays = 7 }, Made, Facts(), Now);
        Assert.False(same.Resupplied);
        Assert.Empty(same.Events);
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
        var revised = ProductRevision.Of(Nothing with
        {
            LeadTimeDays = 7,
            Variants = [Wanted(Red, null), Wanted(Green, null), new(null, "Biru", null, null)]
        }, bag, Facts(), Now);
        Assert.Equal([null, Red.Id, Green.Id], revised.Stock.Take(3).Select(x => x.VariantId));
        Assert.Equal(4, revised.Stock.Count(x => x.Count is null));
    }

    [Fact]
    public void back_from_stock_each_of_them_is_counted()
    {
        var bag = Made with { Details = Varied, Variants = [new(Red, null), new(Green, null)] };
        Assert.Equal("variant_stock_missing", Refused(Nothing with { Stock = 5 }, bag));
        Assert.Equal("variant_stock_missing", Refused(Nothing with { Variants = [Wanted(Red, 2), Wanted(Green, null)] }, bag));
        var counted = Nothing with { Variants = [Wanted(Red, 2), Wanted(Green, 1)] };
        Assert.Null(Refused(counted, bag));
        var (revised, events, _) = Revising.Handle(counted, bag, Facts(), Now);
        Assert.Equal([new ProductSoldFromStock(null)], events);
        Assert.Equal([new(null, 0), new(Red.Id, 2), new WantedStock(Green.Id, 1)], revised.Stock);
        Assert.Empty(revised.Recounted);
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
        ProductRevision.Validate(command, product, Facts())?.Code;
}
