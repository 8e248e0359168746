using CraftMarket.Payments;
using CraftMarket.Web.Access;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Artisan;

/// <summary>What the artisan has earned, what is on the way, what is being sent and what was sent; why not all of it is paid; every line with its
/// order.</summary>
[Authorize(Policy = Policies.Artisan)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PenghasilanModel(IQuerySession session, TimeProvider clock) : HousePage
{
    [BindProperty(SupportsGet = true)] public string? Bulan { get; set; }

    public Earnings Earnings { get; private set; } = Earnings.None;

    /// <summary>What is not paid yet. One that is below zero is explained by itself.</summary>
    public IReadOnlyList<WaitingAmount> Waiting => [.. Earnings.Waiting.Where(x => x.Amount > Rupiah.Zero)];

    /// <summary>What took the balance below zero; nothing when a month is shown, which may have begun below zero.</summary>
    public IReadOnlyList<(string Why, Rupiah Amount)> Shortfall => Month is not null ? [] :
        [.. Earnings.Shortfall().Where(x => x.Amount < Rupiah.Zero).GroupBy(x => x.Kind).Select(x => (Cause(x.Key), -x.Sum(y => y.Amount)))];

    public LocalMonth? Month => LocalMonth.TryParse(Bulan, out var month) ? month : null;

    /// <summary>The months to choose from, this one first.</summary>
    public IEnumerable<LocalMonth> Months => Enumerable.Range(0, 12).Select(x => LocalMonth.Of(clock.GetUtcNow()).Plus(-x));

    public async Task OnGetAsync() => Earnings = await Earnings.Of(session, User.ArtisanId(), Month, HttpContext.RequestAborted);

    /// <summary>Why an amount is not paid yet, and what ends the waiting.</summary>
    public string Why(WaitingAmount amount) => amount.Why switch
    {
        "notDelivered" => T($"pesanan {amount.OrderNumber} sudah dibayar, tetapi belum diterima pembeli. Masuk ke saldo setelah barang diterima.",
            $"order {amount.OrderNumber} is paid, but the buyer does not have it yet. It joins your balance once it has arrived."),
        "disputed" => T($"bank pembeli mempersoalkan pembayaran pesanan {amount.OrderNumber}. Ditahan sampai itu selesai.",
            $"the buyer's bank disputes the payment of order {amount.OrderNumber}. Held until that is over."),
        "beingSent" => T($"sedang dikirim ke rekening Anda sejak {Dates.Day(amount.Since, "id")}. Selesai setelah kantor mencatat bukti dari bank.",
            $"being sent to your account since {Dates.Day(amount.Since, "en")}. Done when the office has recorded the bank's proof."),
        _ => T("ada di saldo. Kantor mengirimnya ke rekening Anda pada pencairan berikutnya.",
            "is in your balance. The office sends it to your account with the next payout."),
    };

    private string Cause(string kind) => kind switch
    {
        "refund" => T("Uang yang dikembalikan ke pembeli setelah barangnya diterima", "Money that went back to buyers after they had the goods"),
        "cashSale" => T("Potongan penjualan tunai, yang uangnya Anda terima sendiri", "Fees of cash sales, whose money you took yourself"),
        _ => Kind(kind),
    };

    public string Kind(string kind) => kind switch
    {
        "sale" => T("Penjualan", "Sale"),
        "cashSale" => T("Potongan penjualan tunai", "Fee of a cash sale"),
        "refund" => T("Dikembalikan ke pembeli", "Refund to the buyer"),
        "payout" => T("Diambil dari saldo untuk dikirim ke rekening Anda", "Taken from the balance to be sent to your account"),
        "payoutReturned" => T("Pencairan gagal, uang kembali ke saldo", "Payout failed, money is back in your balance"),
        "broughtForward" => T("Saldo bulan lalu", "Brought forward"),
        _ => kind,
    };
}
