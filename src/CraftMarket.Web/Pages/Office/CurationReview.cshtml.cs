using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Office;

/// <summary>One product as the curator sees it: large photos, and two answers.</summary>
[Authorize(Policy = Policies.Curator)]
public sealed class CurationReviewModel(Dispatch dispatch, IQuerySession session) : HousePage
{
    public Product Product { get; private set; } = null!;
    public string? Reason { get; private set; }

    public IReadOnlyList<string> Large => [.. Product.Pictures.Select(x => x.Renditions.MaxBy(r => r.Width <= 1080 ? r.Width : -r.Width)?.Url).OfType<string>()];

    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(new(id)) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? decision, string? reason)
    {
        Reason = reason;
        var approves = decision == "approve";
        var answer = await dispatch.Send(new CurateProduct(new(id), approves ? CurationDecision.Approve : CurationDecision.Return, approves ? null : reason));
        if (answer is Refusal { Kind: RefusalKind.Missing }) return NotFound();
        if (answer is Refusal refusal)
        {
            Show(refusal);
            return await Load(new(id)) ? Again() : NotFound();
        }

        if (approves) Notice("Produk sekarang tampil di toko.", "The product is in the shop now.");
        else Notice("Produk dikembalikan dengan alasan Anda.", "The product went back with your reason.");
        return LocalRedirect("/kantor/kurasi");
    }

    private async Task<bool> Load(ProductId id)
    {
        if (await session.LoadAsync<Product>(id, HttpContext.RequestAborted) is not { } product) return false;
        Product = product;
        return true;
    }
}
