using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Workflows;

/// <summary>Writes a product down, with its pieces, its brand and, when asked, on its way to the curator: all of it or
/// nothing.</summary>
/// <param name="UnderGroup">True to sell it under the brand of one's group, false under one's own; null when nothing is
/// said.</param>
/// <param name="Submit">Sends it to the curator as well; where that is refused, it is written down all the same.</param>
/// <param name="Form">What it was typed into: closed when the product stands, and kept as it is when it is refused.</param>
/// <param name="Unread">Something in the form could not be read: it is only kept, and what else would be refused is told.</param>
public sealed record WriteListing(ListProduct Product, bool? UnderGroup = null, bool Submit = false, SaveDraft? Form = null,
    bool Unread = false)
{
    public ProductId ProductId => Product.ProductId;
}

public static class WriteListingHandler
{
    public static async Task<(ListingAtWork, ListingFacts)> LoadAsync(WriteListing command, IDocumentSession session,
        MasterKey master, CancellationToken cancellation)
    {
        var listing = await ListingAtWork.Load(session, command.Product.ProductId, command.Product.ArtisanId, command.UnderGroup,
            cancellation);
        var facts = await ProductListing.FactsAsync(command.Product, session, cancellation);
        return command.Submit
            ? (listing with
            {
                Submission = await Submission.LoadAsync(command.Product.ArtisanId, command.Product.Category,
                    command.Product.PhotoIds, session, master, cancellation),
            }, facts)
            : (listing, facts);
    }

    public static Refusal? Validate(WriteListing command, ListingAtWork listing, ListingFacts facts) =>
        command.Form is { } form ? listing.WhyNotKept(form) : WhyNot(command, listing, facts);

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(WriteListing command, ListingAtWork listing,
        ListingFacts facts, DateTimeOffset now)
    {
        if (command.Form is { } form && WhyNot(command, listing, facts) is var refused && (command.Unread || refused is not null))
            return listing.Keep(form, refused, now);
        var listed = ProductListing.Of(command.Product, facts, listing.Product.Aggregate);
        var stock = listed.Stock.Select(x => ArticleStock.Start(command.Product.ArtisanId,
            new(new(command.Product.ProductId, x.VariantId), x.Count), command.Product.LeadTimeDays));
        return listing.Finish(listed.Product, listed.Events, stock, listed.Work, command.UnderGroup, command.Submit,
            command.Form, now);
    }

    private static Refusal? WhyNot(WriteListing command, ListingAtWork listing, ListingFacts facts) =>
        ProductListing.Validate(command.Product, facts, listing.Product.Aggregate)
        ?? listing.WhyNotUnder(command.UnderGroup, command.Product.ArtisanId);
}
