using CraftMarket.Payments;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Operating;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Payouts;

/// <summary>What the operator sees: who is owed how much, what was sent, what is stuck.</summary>
[Authorize(Policy = Policies.Operator)]
public sealed class PayoutsModel(IQuerySession session, IKeyStore keys, DeadLetters letters, Dispatch dispatch,
    TimeProvider clock) : HousePage
{
    private IReadOnlyDictionary<ArtisanId, string> _names = new Dictionary<ArtisanId, string>();

    public PayoutOverview Overview { get; private set; } = null!;
    public int Stuck { get; private set; }

    public string NameOf(ArtisanId artisan) => _names.GetValueOrDefault(artisan) ?? FieldWords.Erased.In(Lang);

    public async Task OnGetAsync()
    {
        Overview = await PayoutOverview.Read(session, clock.GetUtcNow(), HttpContext.RequestAborted);
        _names = await ArtisanNames.Of(session, keys,
            [.. Overview.Balances.Select(x => x.Id), .. Overview.Payouts.Select(x => x.ArtisanId)], HttpContext.RequestAborted);
        Stuck = (await letters.List(1, HttpContext.RequestAborted)).Total;
    }

    /// <summary>An issue was seen to.</summary>
    public async Task<IActionResult> OnPostAsync(string? matter)
    {
        if (await dispatch.Send(new EndPaymentIssue(matter ?? "")) is Refusal) return NotFound();
        Notice("Dicatat sebagai beres.", "Noted as settled.");
        return LocalRedirect("/operator");
    }
}
