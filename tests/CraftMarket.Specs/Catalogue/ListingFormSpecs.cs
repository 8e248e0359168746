using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Specs.Ordering;
using CraftMarket.Workflows;
using Wolverine.Marten;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

/// <summary>A form and the product that it becomes are one thing: either the product stands and the form is closed, or the form
/// is kept.</summary>
public sealed class ListingFormSpecs
{
    private static readonly DraftFields Typed = new("Tas daun tembakau", "150.000", "stock", "5", null, "daun tembakau", "tas",
        "400", "Dianyam tangan.", [new(Front, null)], "40.000", "2,5", "15.000");

    private static readonly SaveDraft New = new(Id, Sahnun, 0, "ponsel Sahnun", null, Typed, GoesOn: true);

    private static readonly WriteListing Write = new(new(Id, Sahnun, "Tas daun tembakau", "Dianyam tangan.", new(150_000), 5,
        null, "tas", ["daun tembakau"], 400, [Front]), Form: New);

    private static readonly ReviseListing Revise = new(new(Id, Sahnun, Draft.Edition, null, null, new(160_000), null, null, null,
        null, null), Form: New with { Edition = Draft.Edition });

    private static ProductDraft Kept(string writer, int revision = 3) =>
        new(Id, Sahnun, Typed with { Name = "Tas besar" }, null, writer, true, Now) { Version = revision };

    [Fact]
    public void what_becomes_a_product_closes_its_form_and_keeps_what_making_costs()
    {
        var listing = At(null, null);
        Assert.Null(WriteListingHandler.Validate(Write, listing, Facts()));
        var (answer, ops, _) = WriteListingHandler.Handle(Write, listing, Facts(), Now);
        Assert.IsType<ProductWritten>(answer);
        var closed = Assert.Single(ops.OfType<KeepDraft>());
        Assert.Equal((1, false, "40.000", null), (closed.Revision, closed.Draft.Open, closed.Draft.Fields.MaterialCost,
            closed.Draft.Fields.Name));
        Appending.Do(ops);
        Assert.IsType<ProductDrafted>(Assert.Single(((Written<Product>)listing.Product).Appended));
    }

    [Fact]
    public void what_is_refused_is_kept_as_it_was_typed_and_nothing_else_is_written()
    {
        var cheap = Write with { Product = Write.Product with { Price = Rupiah.Zero } };
        var listing = At(null, Kept(New.Writer));
        Assert.Null(WriteListingHandler.Validate(cheap, listing, Facts()));
        var (answer, ops, work) = WriteListingHandler.Handle(cheap, listing, Facts(), Now);
        var saved = Assert.IsType<DraftSaved>(answer);
        Assert.Equal((4, "price"), (saved.Revision, saved.NotListed?.Field));
        Assert.Equal(Typed, Assert.IsType<KeepDraft>(Assert.Single(ops)).Draft.Fields);
        Assert.Empty(work);
    }

    [Fact]
    public void what_could_not_be_read_is_kept_and_told_with_what_else_would_be_refused()
    {
        var (answer, ops, _) = WriteListingHandler.Handle(Write with { Unread = true }, At(null, null), Facts(), Now);
        Assert.Equal(new DraftSaved(1), answer);
        Assert.True(Assert.IsType<KeepDraft>(Assert.Single(ops)).Draft.Open);
        Assert.Equal("price", Assert.IsType<DraftSaved>(WriteListingHandler.Handle(
            Write with { Unread = true, Product = Write.Product with { Price = Rupiah.Zero } }, At(null, null), Facts(), Now)
            .Item1).NotListed?.Field);
    }

    [Fact]
    public void what_another_telephone_wrote_keeps_the_product_from_being_written() => Assert.Equal("stale",
        WriteListingHandler.Validate(Write, At(null, Kept("ponsel anaknya")), Facts())?.Code);

    [Fact]
    public void a_program_that_has_no_form_is_refused_with_nothing_kept() => Assert.Equal("price",
        WriteListingHandler.Validate(Write with { Form = null, Product = Write.Product with { Price = Rupiah.Zero } },
            At(null, null), Facts())?.Field);

    [Fact]
    public void a_form_for_a_product_that_was_written_down_before_goes_on_as_a_change_of_it()
    {
        var dearer = Write with { Product = Write.Product with { Price = new(170_000) } };
        var listing = At(Draft, Kept(New.Writer));
        Assert.Null(WriteListingHandler.Validate(dearer, listing, Facts()));
        var (answer, ops, _) = WriteListingHandler.Handle(dearer, listing, Facts(), Now);
        Assert.Equal(Draft.Edition, Assert.IsType<DraftSaved>(answer).Written);
        Assert.Equal(Draft.Edition, Assert.IsType<KeepDraft>(Assert.Single(ops)).Draft.Edition);
        // Its own words once more are the product that stands.
        Assert.IsType<ProductWritten>(WriteListingHandler.Handle(Write, listing, Facts(), Now).Item1);
    }

    [Fact]
    public void a_change_is_kept_where_it_is_refused_and_closed_where_it_stands()
    {
        var stock = new TouchedStock(new Dictionary<Article, JasperFx.Events.IEventStream<CraftMarket.Ordering.StockItem>>());
        var free = Revise with { Product = Revise.Product with { Price = Rupiah.Zero } };
        Assert.Null(ReviseListingHandler.Validate(free, At(Draft, null), Facts(), stock));
        var (refused, kept, _) = ReviseListingHandler.Handle(free, At(Draft, null), Facts(), stock, Now);
        Assert.Equal("price", Assert.IsType<DraftSaved>(refused).NotListed?.Field);
        Assert.True(Assert.IsType<KeepDraft>(Assert.Single(kept)).Draft.Open);
        var (written, ops, _) = ReviseListingHandler.Handle(Revise, At(Draft, null), Facts(), stock, Now);
        Assert.IsType<ProductWritten>(written);
        Assert.False(Assert.Single(ops.OfType<KeepDraft>()).Draft.Open);
        Assert.Equal("stale", ReviseListingHandler.Validate(Revise, At(Submitted, null), Facts(), stock)?.Code);
    }

    private static ListingAtWork At(Product? product, ProductDraft? draft) => new(new Written<Product>(product), null, draft);
}
