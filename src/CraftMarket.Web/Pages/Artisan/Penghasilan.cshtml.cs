using CraftMarket.Payments;
using CraftMarket.Web.Access;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Artisan;

/// <summary>What the artisan has earned, what is on the way, what has been paid out; every line with its order.</summary>
[Authorize(Policy = Policies.Artisan)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PenghasilanModel(IQuerySession session, TimeProvider clock) : HousePage
{
    [BindProperty(SupportsGet = true)] public string? Bulan { get; set; }

    public Earnings Earnings { get; private set; } = new(default, default, default, []);

    public LocalMonth? Month => LocalMonth.TryParse(Bulan, out var month) ? month : null;

    /// <summary>The months to choose from, this one first.</summary>
    public IEnumerable<LocalMonth> Months => Enumerable.Range(0, 12).Select(x => LocalMonth.Of(clock.GetUtcNow()).Plus(-x));

    public async Task OnGetAsync() => Earnings = await Earnings.Of(session, User.ArtisanId(), Month, HttpContext.RequestAborted);

    public string Kind(string kind) => kind switch
    {
        "sale" => T("Penjualan", "Sale"),
        "cashSale" => T("Potongan penjualan tunai", "Fee of a cash sale"),
        "refund" => T("Dikembalikan ke pembeli", "Refund to the buyer"),
        "payout" => T("Dicairkan ke rekening Anda", "Paid out to your account"),
        "payoutReturned" => T("Pencairan gagal, uang kembali ke saldo", "Payout failed, money is back in your balance"),
        "broughtForward" => T("Saldo bulan lalu", "Brought forward"),
        _ => kind,
    };
}
