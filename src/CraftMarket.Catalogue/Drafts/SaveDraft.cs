using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Keeps a product form as it stands, so that the artisan can go on on another telephone.</summary>
/// <param name="Seen">The revision of the draft that this form began from or last wrote; 0 for none.</param>
/// <param name="Writer">Names this opened form.</param>
/// <param name="Edition">The version of the product in the form; null for a new one.</param>
public sealed record SaveDraft(ProductId ProductId, ArtisanId ArtisanId, int Seen, string Writer, int? Edition, DraftFields Fields) : Confidential;

/// <summary>The draft is kept under this revision.</summary>
public sealed record DraftSaved(int Revision) : Answer;

public static class SaveDraftHandler
{
    public static async Task<(ProductDraft?, Product?)> LoadAsync(SaveDraft command, IQuerySession session, CancellationToken cancellation) =>
        (await session.LoadAsync<ProductDraft>(command.ProductId.Value, cancellation), await session.LoadAsync<Product>(command.ProductId.Value, cancellation));

    public static Refusal? Validate(SaveDraft command, ProductDraft? draft, Product? product)
    {
        if ((draft?.ArtisanId ?? command.ArtisanId) != command.ArtisanId || (product?.ArtisanId ?? command.ArtisanId) != command.ArtisanId) return Refusal.Missing();
        if (!command.Fields.Fits)
            return Refusal.Invalid("draft_too_long", "Isian ini terlalu panjang untuk disimpan.", "This is too long to keep.");
        return draft is null || MayWrite(command, draft) ? null
            : Refusal.Conflict("stale", "Produk ini juga diisi di ponsel lain. Simpan sekali lagi untuk memakai isian ini, atau muat ulang untuk memakai yang lain.",
                "This product was filled in on another telephone too. Save once more to use what stands here, or reload to use the other.") with
            { Details = new Dictionary<string, object?> { ["revision"] = draft.Version, ["savedAt"] = draft.SavedAt } };
    }

    public static (Answer, IMartenOp) Handle(SaveDraft command, ProductDraft? draft, Product? product, DateTimeOffset now)
    {
        // What was typed before the product was saved arrives late: the product is newer.
        var late = product?.Edition != command.Edition;
        if (late || (draft is { Open: true } && draft.Fields.Says(command.Fields))) return (new DraftSaved(draft?.Version ?? 0), MartenOps.Nothing());
        var revision = (draft?.Version ?? 0) + 1;
        return (new DraftSaved(revision),
            new KeepDraft(new(command.ProductId, command.ArtisanId, command.Fields, command.Edition, command.Writer, true, now), revision));
    }

    private static bool MayWrite(SaveDraft command, ProductDraft draft) => !draft.Open || command.Seen == draft.Version
        || command.Writer == draft.Writer || draft.Fields.Says(command.Fields);
}
