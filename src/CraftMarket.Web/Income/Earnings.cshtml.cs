using CraftMarket.Catalogue;
using CraftMarket.Income.Sales;
using CraftMarket.Media;
using CraftMarket.Ordering;
using CraftMarket.Payments;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Income;

/// <summary>What the artisan has, in a sentence; what is on the way and why; what came in and went out, which sums to what she
/// has; and, beside it, what she sold outside the shop.</summary>
[Authorize(Policy = Policies.Artisan)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EarningsModel(IQuerySession session, TimeProvider clock) : HousePage
{
    /// <summary>So many lines are seen at once; older ones are folded.</summary>
    public const int Open = 12;

    private IReadOnlyDictionary<ProductId, string> _names = new Dictionary<ProductId, string>();

    private IReadOnlyDictionary<PhotoId, Photo> _receipts = new Dictionary<PhotoId, Photo>();

    [BindProperty(SupportsGet = true)] public string? Bulan { get; set; }

    public Earnings Earnings { get; private set; } = Earnings.None;

    /// <summary>What buyers received in the month that is shown, or in this one.</summary>
    public SoldInMonth Sold { get; private set; } = SoldInMonth.Nothing;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<OffPlatformSale> Outside { get; private set; } = [];

    /// <summary>The newest first; all of them sum to the balance.</summary>
    public IReadOnlyList<EarningsRow> Rows => [.. Earnings.Rows.Reverse()];

    /// <summary>What is not paid yet, the newest first. One that is below zero is explained by itself.</summary>
    public IReadOnlyList<WaitingAmount> Waiting =>
        [.. Earnings.Waiting.Where(x => x.Amount > Rupiah.Zero).OrderByDescending(x => x.Since)];

    /// <summary>There is something to count, or a month was asked for.</summary>
    public bool HasAny => Month is not null || Rows.Count + Waiting.Count + Outside.Count > 0;

    /// <summary>What took the balance below zero; nothing when a month is shown, which may have begun below zero.</summary>
    public IReadOnlyList<(string Why, Rupiah Amount)> Shortfall => Month is not null ? [] :
        [.. Earnings.Shortfall().Where(x => x.Amount < Rupiah.Zero).GroupBy(x => x.Kind)
            .Select(x => (Cause(x.Key), -x.Sum(y => y.Amount)))];

    public LocalMonth? Month => LocalMonth.TryParse(Bulan, out var month) ? month : null;

    /// <summary>The months to choose from, this one first.</summary>
    public IEnumerable<LocalMonth> Months => Enumerable.Range(0, 12).Select(x => LocalMonth.Of(clock.GetUtcNow()).Plus(-x));

    public async Task OnGetAsync()
    {
        var (me, stop) = (User.ArtisanId(), HttpContext.RequestAborted);
        Earnings = await Earnings.Of(session, me, Month, stop);
        Sold = await SoldInMonth.Of(session, me, Month ?? LocalMonth.Of(clock.GetUtcNow()), stop);
        Outside = await ListOutsideSales.Run(session, me, Month, stop);
        if (Outside.Any(x => x.ProductId is not null))
            _names = (await session.ProductsOf(me, stop)).ToDictionary(x => x.Id, x => x.Details.Name);
        var receipts = Outside.Select(x => x.PhotoId).OfType<PhotoId>().Distinct().ToList();
        if (receipts.Count == 0) return;
        _receipts = (await session.Query<Photo>().Where(x => x.Id.IsOneOf(receipts)).ToListAsync(stop)).ToDictionary(x => x.Id);
    }

    /// <summary>What there is; below zero, how much is missing.</summary>
    public string Have => (Month, Earnings.Balance < Rupiah.Zero) switch
    {
        (null, false) => T("Uang Anda", "You have"),
        (null, true) => T("Uang Anda kurang", "You are short of"),
        ({ } month, false) => T($"Akhir {Dates.Month(month, "id")} uang Anda",
            $"At the end of {Dates.Month(month, "en")} you had"),
        ({ } month, true) => T($"Akhir {Dates.Month(month, "id")} uang Anda kurang",
            $"At the end of {Dates.Month(month, "en")} you were short of"),
    };

    /// <summary>What the month brought.</summary>
    public string Brought => (Month, Sold) switch
    {
        (null, { Pieces: 0, GivenBack: 0 }) => T("Bulan ini belum ada barang yang sampai ke pembeli.",
            "Nothing has reached a buyer this month yet."),
        (_, { Pieces: 0, GivenBack: 0 }) => T("Tidak ada barang yang sampai ke pembeli bulan itu.",
            "Nothing reached a buyer in that month."),
        (null, { Pieces: 0 }) => T("Uang semua barang yang sampai bulan ini kembali ke pembeli.",
            "All the money of what arrived this month went back to buyers.") + FeeKept,
        (_, { Pieces: 0 }) => T("Uang semua barang yang sampai bulan itu kembali ke pembeli.",
            "All the money of what arrived in that month went back to buyers.") + FeeKept,
        (null, var sold) => T($"Bulan ini {sold.Net} dari {sold.Pieces} barang yang sudah sampai.",
            $"This month {sold.Net} from {Many.Of(sold.Pieces, "item")} that arrived."),
        (_, var sold) => T($"Bulan itu {sold.Net} dari {sold.Pieces} barang yang sampai.",
            $"That month {sold.Net} from {Many.Of(sold.Pieces, "item")} that arrived."),
    };

    /// <summary>What a month without a piece sold costs: the fees of what had arrived when its money went back.</summary>
    private string FeeKept => Sold.Net == Rupiah.Zero ? ""
        : T($" Potongannya {-Sold.Net} tetap Anda tanggung.", $" You still pay its fee of {-Sold.Net}.");

    /// <summary>What was sold outside; null when it is none of her products, or nobody said.</summary>
    public string? ItemOf(OffPlatformSale sale) => sale.ProductId is { } product ? _names.GetValueOrDefault(product) : null;

    /// <summary>When, as far as it is known.</summary>
    public string When(OffPlatformSale sale) => sale.SoldOn is { } day ? Dates.Day(day, Lang) : Dates.Month(sale.Month, Lang);

    public string Proof(OffPlatformSale sale) => sale.Proof switch
    {
        SaleProof.Said => T("kata Anda", "your word"),
        SaleProof.Seen => T("dilihat pendamping", "a companion saw it"),
        SaleProof.Receipt => T("nota", "a receipt"),
        _ => throw new InvalidOperationException($"Proof {sale.Proof} has no words."),
    };

    /// <summary>The photo of the receipt, as big as it was made; null without one.</summary>
    public string? ReceiptOf(OffPlatformSale sale) =>
        sale.PhotoId is { } photo && _receipts.GetValueOrDefault(photo)?.Renditions is [.., var biggest] ? biggest.Url : null;

    /// <summary>Why an amount is not paid yet, and what ends the waiting.</summary>
    public string Why(WaitingAmount amount) => amount.Why switch
    {
        "notDelivered" => T(
            $"pesanan {amount.OrderNumber} sudah dibayar, tetapi belum sampai ke pembeli. Setelah sampai, menjadi uang Anda.",
            $"order {amount.OrderNumber} is paid, but the buyer does not have it yet. Once it has arrived, the money is yours."),
        "disputed" => T($"bank pembeli mempersoalkan pembayaran pesanan {amount.OrderNumber}. Ditahan sampai itu selesai.",
            $"the buyer's bank disputes the payment of order {amount.OrderNumber}. Held until that is over."),
        "beingSent" =>
            T($"sedang dikirim ke rekening Anda sejak {Dates.Day(amount.Since, "id")}. Selesai setelah kantor mencatat bukti "
            + $"dari bank.",
            $"being sent to your account since {Dates.Day(amount.Since, "en")}. Done when the office has recorded the bank's "
            + $"proof."),
        _ => T("uang Anda yang belum dikirim. Kantor mengirimnya ke rekening Anda pada pengiriman berikutnya.",
            "yours and not sent yet. The office sends it to your account the next time it sends money."),
    };

    private string Cause(string kind) => kind switch
    {
        "refund" => T("Uang yang dikembalikan ke pembeli setelah barangnya diterima",
            "Money that went back to buyers after they had the goods"),
        "cashSale" =>
            T("Potongan penjualan tunai, yang uangnya Anda terima sendiri", "Fees of cash sales, whose money you took yourself"),
        _ => Kind(kind),
    };

    public string Kind(string kind) => kind switch
    {
        "sale" => T("Penjualan", "Sale"),
        "cashSale" => T("Potongan penjualan tunai", "Fee of a cash sale"),
        "refund" => T("Dikembalikan ke pembeli", "Refund to the buyer"),
        "payout" => T("Diambil untuk dikirim ke rekening Anda", "Taken out, to be sent to your account"),
        "payoutReturned" => T("Pengiriman gagal, uangnya kembali", "Sending failed, the money is back"),
        "broughtForward" => T("Sisa bulan lalu", "Left of the month before"),
        _ => kind,
    };
}
