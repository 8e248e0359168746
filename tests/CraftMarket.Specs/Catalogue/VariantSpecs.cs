using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

/// <summary>A bag in red and, larger and dearer, in green.</summary>
public sealed class VariantSpecs
{
    private static readonly WantedVariant Red = new(null, "Merah", null, 3), Green = new("Besar", "Hijau", new(190_000), 2);

    private static readonly ListProduct Bag = new(Id, Sahnun, "Tas daun tembakau", "Dianyam tangan.", new(150_000), null,
        null, "tas",
        ["daun tembakau"], 400, [Front], Variants: [Red, Green]);

    [Fact]
    public void each_size_and_colour_gets_a_stock_of_its_own()
    {
        var listed = ProductListing.Of(Bag, Facts(), null).Stock;
        Assert.Equal([(int?)0, 3, 2], listed.Select(x => x.Count));
        Assert.Null(listed[0].VariantId);
        Assert.Equal(2, listed.Select(x => x.VariantId).OfType<VariantId>().Distinct().Count());
    }

    [Fact]
    public void made_to_order_nothing_is_counted()
    {
        var listed = ProductListing.Of(Bag with { LeadTimeDays = 7 }, Facts(), null);
        Assert.Equal(7, listed.Product.LeadTimeDays);
        Assert.Equal([null, null, null], listed.Stock.Select(x => x.Count));
    }

    [Fact]
    public void each_mistake_in_them_has_its_refusal()
    {
        Assert.Null(Refused([Red, Green]));
        Assert.Equal("variant_name", Refused([new(null, null, null, 1)]));
        Assert.Equal("variant_name", Refused([new(new('a', 31), null, null, 1)]));
        Assert.Equal("variant_twice", Refused([Red, Red with { Colour = "MERAH" }]));
        Assert.Equal("variant_stock_missing", Refused([Red with { Stock = null }]));
        Assert.Equal("stock_out_of_range", Refused([Red with { Stock = -1 }]));
        Assert.Equal("price_out_of_range", Refused([Red with { Price = new(0) }]));
        Assert.Equal("too_many_variants",
            Refused([.. Enumerable.Range(0, 21).Select(x => new WantedVariant($"{x}", null, null, 1))]));
        Assert.Equal("smoking_goods", Refused([Red with { Colour = "rokok kretek" }]));
    }

    [Fact]
    public void it_costs_from_the_cheapest_and_what_is_left_is_the_sum()
    {
        var bag = Listed();
        Assert.Equal((new Rupiah(150_000), new Rupiah(190_000)), bag.Prices);
        Assert.Equal(0, ProductSupply.Of([]).Free(bag));
        var supply = ProductSupply.Of([Told(bag, 0, 3), Told(bag, 1, 2), ArticleSupply.Of(bag.Id, null, 70)]);
        Assert.Equal(5, supply.Free(bag));
        Assert.Equal([(int?)3, 2], bag.Variants.Select(x => supply.Free(bag, x.Id)));
        Assert.Null(supply.Free(bag with { LeadTimeDays = 3 }));
    }

    [Fact]
    public void the_card_says_the_same_as_the_product()
    {
        var bag = Listed();
        var card = Card().Apply(new ProductPriceChanged(new(140_000)))
            .Supplied(new Dictionary<Guid, int?> { [Told(bag, 0, 3).ArticleId] = 3, [Told(bag, 1, 2).ArticleId] = 2 });
        Assert.Equal((140_000, 5), (card.Price, card.Available));
        Assert.Equal([("Merah", 140_000L, (int?)3), ("Hijau, Besar", 140_000L, (int?)2)],
            card.Variants!.Select(x => (x.Name, x.Price, x.Available)));
        Assert.True(card.HasOnePrice);
    }

    [Fact]
    public void taken_out_again_the_product_has_its_own_price_and_count()
    {
        var bag = Listed();
        var plain = Revised(bag, []);
        var card = Card().Apply(new ProductDetailsChanged(plain.Details, Now))
            .Supplied(new Dictionary<Guid, int?> { [bag.Id.Value] = 7 });
        Assert.Empty(plain.Variants);
        Assert.Equal((null, 150_000, 7), (card.Variants, card.Price, card.Available));
        Assert.Equal(7, ProductSupply.Of([ArticleSupply.Of(bag.Id, null, 7)]).Free(plain));
    }

    [Fact]
    public void a_known_one_keeps_its_id_and_one_that_comes_back_is_new()
    {
        var bag = Listed();
        var red = Revised(bag, [Red with { Colour = "merah", Stock = null }]);
        Assert.Equal(bag.Variants[0].Id, red.Variants[0].Id);
        var again = Revised(red, [Red, Green]);
        Assert.Equal(bag.Variants[0].Id, again.Variants[0].Id);
        Assert.NotEqual(bag.Variants[1].Id, again.Variants[1].Id);
    }

    [Fact]
    public void only_what_is_new_starts_a_stock_and_the_rest_is_counted_by_ordering()
    {
        var bag = Listed();
        var (revised, _, _) = Revise(bag, [Red with { Stock = 9 }, Green, new(null, "Biru", null, 4)]);
        Assert.Equal(4, Assert.Single(revised.Stock).Count);
        Assert.Equal([new(bag.Variants[0].Id, 9), new WantedStock(bag.Variants[1].Id, 2)], revised.Recounted);
    }

    [Fact]
    public void another_price_alone_is_a_price_and_no_change_of_words()
    {
        var bag = Listed();
        var (_, events, _) = Revise(bag, [Red, Green with { Price = new(200_000) }]);
        Assert.Equal(new(200_000), Assert.IsType<ProductPriceChanged>(Assert.Single(events)).VariantPrices![bag.Variants[1].Id]);
        Assert.Empty(Revise(bag, [Red, Green]).Item2);
    }

    [Fact]
    public void buyers_are_told_each_with_its_price()
    {
        var bag = Listed().Apply(new ProductPublished(Regions.Semoyang, "Sahnun Anyam", Now));
        var offered = Offers.Of(bag)!;
        Assert.Equal([("Merah", 150_000L), ("Hijau, Besar", 190_000L)], offered.Variants!.Select(x => (x.Name, x.Price.Amount)));
    }

    [Fact]
    public void a_curator_sees_what_was_added()
    {
        var bag = Listed();
        var after = Revised(bag, [Red, Green, new(null, "Biru", null, 4)]);
        var changed = ContentDifference.Between(new(bag.Details, bag.Price, null), new(after.Details, after.Price, null));
        Assert.Equal(new FieldChange("variants", "Merah; Hijau, Besar", "Merah; Hijau, Besar; Biru"),
            Assert.Single(changed.Fields));
    }

    private static ArticleSupply Told(Product bag, int place, int free) => ArticleSupply.Of(bag.Id, bag.Variants[place].Id, free);

    private static Product Listed() => Product.Create(Drafted());

    private static ProductCard Card() => ProductCard.Create(Drafted());

    private static Event<ProductDrafted> Drafted() =>
        new(new(Sahnun, "tas-daun-tembakau-000000b1", Bag.Details(false), Bag.Price, 0, null, "Sahnun",
        VariantRules.Prices(Bag.Details(false).Variants, Bag.Wanted)))
        {
            StreamId = Id.Value,
        };

    private static Product Revised(Product bag, IReadOnlyList<WantedVariant> wanted) =>
        Revise(bag, wanted).Item2.Aggregate(bag, (product, e) => e switch
    {
        ProductDetailsChanged changed => product.Apply(changed),
        ProductPriceChanged changed => product.Apply(changed),
        _ => product,
    });

    private static (RevisedProduct, IReadOnlyList<object>, IReadOnlyList<object>) Revise(Product bag,
        IReadOnlyList<WantedVariant> wanted) =>
        Revising.Handle(new(Id, Sahnun, null, null, null, null, null, null, null, null, null, Variants: wanted), bag,
            Facts(), Now);

    private static string? Refused(IReadOnlyList<WantedVariant> wanted) =>
        ProductListing.Validate(Bag with { Variants = wanted }, Facts())?.Code;
}
