using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Curation;

/// <summary>One product as the curator sees it: large photos, what changed, what was decided before, and two answers.</summary>
[Authorize(Policy = Policies.Curator)]
public sealed class CurationReviewModel(Dispatch dispatch, IQuerySession session) : HousePage
{
    private IReadOnlyDictionary<PhotoId, Photo> _gone = new Dictionary<PhotoId, Photo>();

    public Product Product { get; private set; } = null!;
    public CurationRecord? Record { get; private set; }
    public Maker? Maker { get; private set; }

    /// <summary>Pieces that are free to buy; null when made to order.</summary>
    public int? Free { get; private set; }
    public ProvenanceWords Words { get; private set; } = new([]);
    public IReadOnlyList<ReasonTemplate> Reasons { get; private set; } = [];
    public IReadOnlyList<string> Suspicious { get; private set; } = [];
    public string CategoryName { get; private set; } = "";
    public string? Reason { get; private set; }
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    /// <summary>Why words about smoking may stand in the goods.</summary>
    public string? OverrideReason { get; private set; }

    /// <summary>The photos, large, with what the artisan wrote under each.</summary>
    public IReadOnlyList<(string Url, string? Told)> Large =>
        [.. Product.Pictures.Select(x =>
            (x.Renditions.MaxBy(r => r.Width <= 1080 ? r.Width : -r.Width)!.Url, Product.Details.DescriptionOf(x.PhotoId)))];

    public string? SmallOf(PhotoId photo) =>
        (Product.Pictures.FirstOrDefault(x => x.PhotoId == photo)?.Renditions
        ?? _gone.GetValueOrDefault(photo)?.Renditions)?[0].Url;

    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(new(id)) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? decision, string? reason, List<string>? reasonCodes,
        Dictionary<string, ClaimVerdict>? claims, int? seen, string? overrideReason)
    {
        (Reason, Chosen, OverrideReason) = (reason, reasonCodes ?? [], overrideReason);
        var approves = decision == "approve";
        var answer = await dispatch.Send(approves ? new CurateProduct(new(id), CurationDecision.Approve, OverrideReason, null,
            claims, seen, User.AccountId())
            : new CurateProduct(new(id), CurationDecision.Return, reason, reasonCodes, null, seen));
        if (answer is Refusal { Kind: RefusalKind.Missing }) return NotFound();
        if (answer is Refusal refusal)
        {
            Show(approves && refusal.Field == "reason" ? refusal with { Field = "overrideReason" } : refusal);
            return await Load(new(id)) ? Again() : NotFound();
        }

        if (approves) Notice("Produk sekarang tampil di toko.", "The product is in the shop now.");
        else Notice("Produk dikembalikan dengan alasan Anda.", "The product went back with your reason.");
        return LocalRedirect("/kantor/kurasi");
    }

    /// <summary>Names the maker as trusted, or takes that back.</summary>
    public async Task<IActionResult> OnPostTrustAsync(Guid id, bool trusted)
    {
        if (await session.LoadAsync<Product>(new ProductId(id).Value, HttpContext.RequestAborted) is not { } product)
            return NotFound();
        if (await dispatch.Send(new TrustMaker(product.ArtisanId, trusted)) is Refusal) return NotFound();
        Notice("Tersimpan.", "Saved.");
        return LocalRedirect($"/kantor/kurasi/{id}");
    }

    /// <summary>What stands of a claim so far, chosen for the curator to begin with.</summary>
    public ClaimVerdict VerdictOf(string claim) => Product.Checked is not { } found ? ClaimVerdict.Unchecked
        : found.Rejected.Contains(claim) ? ClaimVerdict.Rejected : Claims.StandsIn(found, claim) ? ClaimVerdict.Checked
            : ClaimVerdict.Unchecked;

    private async Task<bool> Load(ProductId id)
    {
        var stop = HttpContext.RequestAborted;
        if (await session.CurationSheetOf(id, stop) is not { } sheet) return false;
        (Product, Record, Maker, Words, Reasons, Suspicious, _gone) = (sheet.Product, sheet.Record, sheet.Maker, sheet.Words,
            sheet.Reasons, sheet.Suspicious, sheet.RemovedPhotos);
        Free = (await session.SupplyOf([Product], stop)).Free(Product);
        CategoryName = sheet.Category?.Name.In(Lang) ?? Product.Details.Category;
        return true;
    }
}
