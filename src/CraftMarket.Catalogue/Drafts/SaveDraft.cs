using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Keeps a product form as it stands, so that the artisan can go on on another telephone.</summary>
/// <param name="Seen">The revision of the draft that this form began from or last wrote; 0 for none.</param>
/// <param name="Writer">Names this form in this browser, also after a reload.</param>
/// <param name="Edition">The version of the product in the form; null for a new one.</param>
/// <param name="Sequence">Counts the savings of this writer; 0 where nobody counts.</param>
/// <param name="GoesOn">The artisan sent it: a form for a new product that was written down before is kept as a change of that,
/// and not let go.</param>
public sealed record SaveDraft(ProductId ProductId, ArtisanId ArtisanId, int Seen, string Writer, int? Edition,
    DraftFields Fields, int Sequence = 0, bool GoesOn = false) : Confidential;

/// <summary>The draft is kept under this revision.</summary>
/// <param name="Written">The product's version, where the form for a new product came after it had been written down.</param>
/// <param name="NotListed">Why the product does not stand as the form says, where that was asked as well.</param>
public sealed record DraftSaved(int Revision, int? Written = null, Refusal? NotListed = null) : Answer;

public static class SaveDraftHandler
{
    public static async Task<(ProductDraft?, Product?)> LoadAsync(SaveDraft command, IQuerySession session,
        CancellationToken cancellation) =>
        (await session.LoadAsync<ProductDraft>(command.ProductId.Value, cancellation),
            await session.LoadAsync<Product>(command.ProductId.Value, cancellation));

    public static Refusal? Validate(SaveDraft command, ProductDraft? draft, Product? product)
    {
        command = GoingOn(command, product);
        if ((draft?.ArtisanId ?? command.ArtisanId) != command.ArtisanId
            || (product?.ArtisanId ?? command.ArtisanId) != command.ArtisanId) return Refusal.Missing();
        if (IsOvertaken(command, draft)) return null;
        if (!command.Fields.Fits)
            return Refusal.Invalid("draft_too_long", "Isian ini terlalu panjang untuk disimpan.", "This is too long to keep.");
        if (command.Edition != product?.Edition && !IsLate(command, product))
            return Refusal.Conflict("stale",
                "Produk ini sudah diubah sejak formulir ini dibuka. Muat ulang untuk melihat yang baru, atau simpan sekali "
                + "lagi untuk memakai isian ini.",
                "This product was changed since this form was opened. Reload to see what is new, or save once more to use what "
                + "stands here.") with
            { Details = new Dictionary<string, object?> { ["revision"] = draft?.Version ?? 0, ["edition"] = product?.Edition } };
        return draft is null || MayWrite(command, draft) ? null
            : Refusal.Conflict("stale",
                "Produk ini juga diisi di ponsel lain. Simpan sekali lagi untuk memakai isian ini, atau muat ulang untuk "
                + "memakai yang lain.",
                "This product was filled in on another telephone too. Save once more to use what stands here, or reload to use "
                + "the other.") with
            { Details = new Dictionary<string, object?> { ["revision"] = draft.Version, ["savedAt"] = draft.SavedAt } };
    }

    public static (Answer, IMartenOp) Handle(SaveDraft command, ProductDraft? draft, Product? product, DateTimeOffset now)
    {
        var kept = Next(command, draft, product, now);
        return (new DraftSaved(kept?.Revision ?? draft?.Version ?? 0, IsLate(command, product) ? product!.Edition : null),
            (IMartenOp?)kept ?? MartenOps.Nothing());
    }

    /// <summary>Null where nothing is to be written.</summary>
    internal static KeepDraft? Next(SaveDraft command, ProductDraft? draft, Product? product, DateTimeOffset now)
    {
        command = GoingOn(command, product);
        return IsLate(command, product) || IsOvertaken(command, draft) || IsKept(command, draft) ? null
            : new KeepDraft(new(command.ProductId, command.ArtisanId, command.Fields, command.Edition, command.Writer, true, now,
                command.Sequence), (draft?.Version ?? 0) + 1);
    }

    private static SaveDraft GoingOn(SaveDraft command, Product? product) =>
        command.GoesOn && IsLate(command, product) ? command with { Edition = product!.Edition } : command;

    /// <summary>What was typed before the product was written down arrives after it: the product is newer.</summary>
    private static bool IsLate(SaveDraft command, Product? product) => command.Edition is null && product is not null;

    /// <summary>A slow line brings an older saving of a form after a newer one of the same form.</summary>
    private static bool IsOvertaken(SaveDraft command, ProductDraft? draft) => command.Sequence > 0
        && draft?.Writer == command.Writer && command.Sequence < draft.Sequence;

    /// <summary>The same words; of the same writer they are written all the same, so that a later one is known to have
    /// come.</summary>
    private static bool IsKept(SaveDraft command, ProductDraft? draft) => draft is { Open: true }
        && draft.Edition == command.Edition
        && draft.Fields.Says(command.Fields) && (draft.Writer != command.Writer || draft.Sequence >= command.Sequence);

    private static bool MayWrite(SaveDraft command, ProductDraft draft) => !draft.Open || command.Seen == draft.Version
        || command.Writer == draft.Writer || draft.Fields.Says(command.Fields);
}
