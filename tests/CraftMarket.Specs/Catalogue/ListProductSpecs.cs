using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class ListProductSpecs
{
    private static readonly ListProduct Bag = new(Id, Sahnun, "Tas daun tembakau", "Dianyam tangan.", new(150_000), 5,
        null, "tas",
        ["daun tembakau"], 400, [Front]);

    [Fact]
    public void a_listing_says_its_first_stock()
    {
        var listed = ProductListing.Of(Bag, Facts(), null);
        Assert.Equal(new ProductWritten(Id, "tas-daun-tembakau-000000b1", ProductStatus.Draft, 1),
            ProductWritten.Of(listed.Product));
        Assert.IsType<ProductDrafted>(Assert.Single(listed.Events));
        Assert.Equal([new WantedStock(null, 5)], listed.Stock);
        Assert.Equal([new LookAtPhotos(Id)], listed.Work);
    }

    [Fact]
    public void the_same_listing_told_again_does_nothing()
    {
        var listed = ProductListing.Of(Bag, Facts(), Draft);
        Assert.Same(Draft, listed.Product);
        Assert.Empty(listed.Events);
        Assert.Empty(listed.Stock);
        Assert.Empty(listed.Work);
        Assert.Null(ProductListing.Validate(Bag, Facts(), Draft));
        Assert.Null(ProductListing.Validate(Bag, Facts(), Submitted));
    }

    [Fact]
    public void the_same_listing_with_other_words_is_not_taken_for_written_down()
    {
        foreach (var other in new[] { Bag with { Name = "Tas besar" }, Bag with { Price = new(175_000) }, Bag with { Stock = 6 },
            Bag with { Stock = null, LeadTimeDays = 7 },
            Bag with { PhotoDescriptions = new Dictionary<PhotoId, string> { [Front] = "Dari depan" } } })
        {
            var refused = ProductListing.Validate(other, Facts(), Draft);
            Assert.Equal(("already_listed", Draft.Edition), (refused?.Code, refused?.Details["version"]));
        }
    }

    [Fact]
    public void a_product_of_somebody_else_is_not_there() =>
        Assert.Equal("not_found", ProductListing.Validate(Bag with { ArtisanId = Rajab, PhotoIds = [] }, Facts(),
            Draft)?.Code);

    [Fact]
    public void all_that_is_wrong_with_a_listing_is_told_at_once()
    {
        var endless = new string('a', 4_001);
        var wrong = Bag with { Name = "T", Price = new(0), Stock = -1, Materials = [""], WeightGrams = 0, Description = endless };
        var refused = ProductListing.Validate(wrong, Facts(category: ""));
        Assert.Equal("name_length", refused?.Code);
        Assert.Equal(["name", "price", "description", "materials", "weightGrams", "category", "stock"],
            refused!.All.Select(x => x.Field));
    }

    [Fact]
    public void a_listing_in_order_is_not_refused() => Assert.Null(ProductListing.Validate(Bag, Facts()));

    [Fact]
    public void stock_and_lead_time_exclude_each_other()
    {
        Assert.Equal("stock_or_lead_time", Refused(Bag with { LeadTimeDays = 7 }));
        Assert.Equal("stock_or_lead_time", Refused(Bag with { Stock = null }));
        Assert.Null(Refused(Bag with { Stock = null, LeadTimeDays = 7 }));
        Assert.Null(Refused(Bag with { Stock = 0 }));
    }

    [Fact]
    public void each_field_has_its_refusal()
    {
        Assert.Equal("price_out_of_range", Refused(Bag with { Price = new(0) }));
        Assert.Equal("name_length", Refused(Bag with { Name = "Ta" }));
        Assert.Equal("description_length", Refused(Bag with { Description = new('a', 4_001) }));
        Assert.Equal("materials_length", Refused(Bag with { Materials = [new('a', 41)] }));
        Assert.Equal("weight_out_of_range", Refused(Bag with { WeightGrams = 0 }));
        Assert.Equal("lead_time_out_of_range", Refused(Bag with { Stock = null, LeadTimeDays = 366 }));
        Assert.Equal("stock_out_of_range", Refused(Bag with { Stock = -1 }));
        Assert.Equal("unknown_category", ProductListing.Validate(Bag, Facts(category: ""))?.Code);
        Assert.Equal("unknown_photo", ProductListing.Validate(Bag, Facts(photoOwner: Rajab))?.Code);
    }

    [Fact]
    public void cigarettes_are_refused_by_category_and_by_word()
    {
        Assert.Equal(("smoking_goods", "category"), Problem(Bag, Facts("rokok", refused: true)));
        Assert.Equal(("smoking_goods", "name"), Problem(Bag with { Name = "Rokok kretek" }, Facts("lainnya")));
    }

    /// <summary>A million letters about tobacco would hold a core for minutes.</summary>
    [Fact]
    public void what_is_too_long_is_refused_for_that_and_not_read()
    {
        var hostile = string.Concat(Enumerable.Repeat("tembakau rajang ", 60_000));
        var refused = ProductListing.Validate(Bag with { Description = hostile, Care = "Rokok kretek isi 12" }, Facts());
        Assert.Equal(["description"], refused!.All.Select(x => x.Field));
    }

    [Theory]
    [InlineData("Tas cantik", "tas-cantik-000000b1")]
    [InlineData("Tás & Dompet!", "tas-dompet-000000b1")]
    [InlineData("包包包", "produk-000000b1")]
    public void the_address_is_the_name_and_the_end_of_the_id(string name, string slug) =>
        Assert.Equal(slug, ProductListing.Of(Bag with { Name = name }, Facts(), null).Product.Slug);

    private static string? Refused(ListProduct command) => ProductListing.Validate(command, Facts())?.Code;

    private static (string?, string?) Problem(ListProduct command, ListingFacts facts)
    {
        var refusal = ProductListing.Validate(command, facts);
        return (refusal?.Code, refusal?.Field);
    }
}
