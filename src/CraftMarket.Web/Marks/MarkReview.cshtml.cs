using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Marks;

/// <summary>One artisan and the village mark: give it, refuse it, take it back.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class MarkReviewModel(IQuerySession session, Dispatch dispatch) : HousePage
{
    public MarkUse Use { get; private set; } = null!;
    /// <summary>The rules that the artisan accepted.</summary>
    public MarkRules? Accepted { get; private set; }

    /// <summary>The rules in force.</summary>
    public MarkRules? InForce { get; private set; }

    public string Brand { get; private set; } = "";
    public string? Story { get; private set; }
    public string? Reason { get; private set; }
    public IReadOnlyList<ProductCard> Goods { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid artisan) => await Load(new(artisan)) ? Page() : NotFound();

    public Task<IActionResult> OnPostDecisionAsync(Guid artisan, string? decision, string? reason) => decision == "approve"
        ? Send(artisan, new DecideOnMark(MarkUseId.Of(new(artisan)), true, null), "Tanda desa diberikan.",
            "The village mark is given.")
        : Send(artisan, new DecideOnMark(MarkUseId.Of(new(artisan)), false, Reason = reason),
            "Permohonan ditolak dengan alasan Anda.", "The application is refused with your reason.");

    public Task<IActionResult> OnPostWithdrawalAsync(Guid artisan, string? reason) =>
        Send(artisan, new WithdrawMark(MarkUseId.Of(new(artisan)), Reason = reason),
            "Tanda desa dicabut dan sudah hilang dari semua halaman.",
            "The village mark is taken back and gone from every page.");

    private async Task<IActionResult> Send(Guid artisan, object command, string indonesian, string english)
    {
        var answer = await dispatch.Send(command);
        if (!await Load(new(artisan))) return NotFound();
        if (answer is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        Notice(indonesian, english);
        return LocalRedirect("/kantor/tanda");
    }

    private async Task<bool> Load(ArtisanId artisan)
    {
        if (await session.LoadAsync<MarkUse>(MarkUseId.Of(artisan), HttpContext.RequestAborted) is not { } use) return false;
        Use = use;
        InForce = (await session.LoadAsync<Village>(use.VillageId, HttpContext.RequestAborted))?.Rules;
        Accepted = await session.MarkRulesOf(use.VillageId, use.Rules, HttpContext.RequestAborted);
        var brand = await session.BrandOf(artisan, HttpContext.RequestAborted);
        (Brand, Story) = (brand?.Name ?? T("Perajin", "Maker"), brand?.Story);
        Goods = await session.CardsOf(artisan, HttpContext.RequestAborted);
        return true;
    }
}
