using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>The form has become the product, or is not wanted any more. Of a product that exists, what making it costs is
/// kept.</summary>
public sealed record CloseDraft(ProductId ProductId, ArtisanId ArtisanId);

public static class CloseDraftHandler
{
    public static async Task<(ProductDraft?, Product?)> LoadAsync(CloseDraft command, IQuerySession session,
        CancellationToken cancellation) =>
        (await session.LoadAsync<ProductDraft>(command.ProductId.Value, cancellation),
            await session.LoadAsync<Product>(command.ProductId.Value, cancellation));

    public static Refusal? Validate(CloseDraft command, ProductDraft? draft) =>
        (draft?.ArtisanId ?? command.ArtisanId) == command.ArtisanId ? null : Refusal.Missing();

    public static (Answer, IMartenOp) Handle(CloseDraft command, ProductDraft? draft, Product? product) =>
        (Done.Instance, Of(draft, product is not null));

    /// <param name="isProduct">What stood in the form is a product by now.</param>
    public static IMartenOp Of(ProductDraft? draft, bool isProduct) => draft switch
    {
        null => MartenOps.Nothing(),
        _ when !isProduct => MartenOps.Delete(draft),
        _ => new KeepDraft(draft with { Open = false, Fields = draft.Fields.CostsOnly() }, draft.Version + 1),
    };
}
