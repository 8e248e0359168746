using CraftMarket.Catalogue;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Workflows;

/// <summary>A product that is written, with what it touches, locked in the order that everybody keeps: group, product,
/// stock.</summary>
/// <param name="Group">The artisan's group; looked for only where the brand is chosen.</param>
/// <param name="Draft">What was kept of the form so far.</param>
public sealed record ListingAtWork(IEventStream<Product> Product, MakerGroup? Group, ProductDraft? Draft)
{
    /// <summary>Looked for only where it is sent to the curator.</summary>
    public SubmissionFacts? Submission { get; init; }

    internal static async Task<ListingAtWork> Load(IDocumentSession session, ProductId product, ArtisanId artisan,
        bool? underGroup, CancellationToken cancellation)
    {
        var group = underGroup is null ? null : await ChooseBrandHandler.LockGroupAsync(session, artisan, cancellation);
        var stream = await session.Events.FetchForExclusiveWriting<Product>(product.Value, cancellation);
        return new(stream, group, await session.LoadAsync<ProductDraft>(product.Value, cancellation));
    }

    internal Refusal? WhyNotUnder(bool? underGroup, ArtisanId artisan) =>
        underGroup == true ? ChooseBrandHandler.WhyNot(new(default, artisan, true), Group) : null;

    internal Refusal? WhyNotKept(SaveDraft form) => SaveDraftHandler.Validate(form, Draft, Product.Aggregate);

    /// <summary>Keeps the form that becomes no product yet.</summary>
    internal (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Keep(SaveDraft form, Refusal? refused, DateTimeOffset now)
    {
        var (kept, write) = SaveDraftHandler.Handle(form, Draft, Product.Aggregate, now);
        return ((DraftSaved)kept with { NotListed = refused }, [write], []);
    }

    /// <summary>Chooses the brand, sends it to the curator and closes the form, after what was written.</summary>
    internal (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Finish(Product after, IReadOnlyList<object> written,
        IEnumerable<IMartenOp> stock, OutgoingMessages work, bool? underGroup, bool submit, SaveDraft? form, DateTimeOffset now)
    {
        var events = new List<object>(written);
        if (underGroup is { } under) after = Then(ChooseBrandHandler.Of(after, under, Group));
        var refused = submit ? Catalogue.Submission.Problem(after, Submission!) : null;
        if (submit && refused is null) after = Then(Catalogue.Submission.Of(after, Submission!, now));
        List<IMartenOp> ops = [.. stock];
        if (form is not null) ops.Add(CloseDraftHandler.Of(form, Draft, Product.Aggregate, now));
        if (events.Count > 0) ops.Insert(0, Product.Append([.. events]));
        return (ProductWritten.Of(after) with { NotSubmitted = refused }, ops, work);

        Product Then((Product After, IReadOnlyList<object> Events, OutgoingMessages Work) step)
        {
            events.AddRange(step.Events);
            work.AddRange(step.Work);
            return step.After;
        }
    }
}
