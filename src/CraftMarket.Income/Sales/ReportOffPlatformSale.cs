using Wolverine.Marten;

namespace CraftMarket.Income.Sales;

/// <summary>Tells of a sale outside the shop, by the artisan or by a companion for one. Sent twice, it counts once.</summary>
/// <param name="Month">As <c>2026-11</c>; not needed when <paramref name="SoldOn"/> is known.</param>
/// <param name="Proof"><c>said</c>, <c>receipt</c> with its photo, or <c>seen</c>, which only a companion can say.</param>
/// <param name="ProductId">Which of the artisan's own products it was; null for anything else.</param>
public sealed record ReportOffPlatformSale(SaleId SaleId, ArtisanId ArtisanId, string? Month, DateOnly? SoldOn, Rupiah? Amount,
    Rupiah? MaterialCost, string? Proof, PhotoId? PhotoId, string ReportedBy, bool ByCompanion,
    ProductId? ProductId = null) : Confidential
{
    internal SaleProof? Level => Proof switch
    {
        "said" => SaleProof.Said,
        "seen" => SaleProof.Seen,
        "receipt" => SaleProof.Receipt,
        _ => null,
    };
}

public static class ReportOffPlatformSaleHandler
{
    public static Refusal? Validate(ReportOffPlatformSale command, DateTimeOffset now) =>
        Refusals.Of(Time(command, now), Amount(command), MaterialCost(command), Proof(command));

    private static Refusal? Time(ReportOffPlatformSale command, DateTimeOffset now) => command.SoldOn is not { } day
        ? Months.Refuse(command.Month, "month", now)
        : day <= LocalMonth.DayOf(now) ? null
        : Refusal.Invalid("day_in_future", "Tanggal penjualan belum tiba.", "The day of the sale lies in the future.", "soldOn");

    private static Refusal? Amount(ReportOffPlatformSale command) => command.Amount is not { Amount: > 0 }
        ? Refusal.Invalid("amount_invalid", "Isi jumlah penjualan dalam rupiah.", "Give the amount of the sale in rupiah.",
            "amount")
        : LargestAmounts.Refuse(command.Amount, LargestAmounts.Sale, "amount");

    private static Refusal? MaterialCost(ReportOffPlatformSale command) => command.MaterialCost is { Amount: < 0 }
        ? Refusal.Invalid("cost_invalid", "Biaya bahan tidak bisa kurang dari 0. Kosongkan jika tidak tahu.",
            "The cost of material cannot be under 0. Leave it empty when unknown.", "materialCost")
        : LargestAmounts.Refuse(command.MaterialCost, LargestAmounts.Sale, "materialCost");

    private static Refusal? Proof(ReportOffPlatformSale command) => command.Level switch
    {
        null => Refusal.Invalid("unknown_proof", "Pilih bukti: said, seen, atau receipt.",
            "Choose the proof: said, seen or receipt.", "proof"),
        SaleProof.Seen when !command.ByCompanion => Refusal.Invalid("proof_not_yours",
            "Hanya pendamping yang bisa menyatakan sudah melihat. Pilih \"said\", atau unggah foto nota.",
            "Only a companion can say to have seen it. Choose \"said\", or upload a photo of the receipt.", "proof"),
        SaleProof.Receipt when !command.ByCompanion && command.PhotoId is null => Refusal.Invalid("receipt_photo_required",
            "Unggah foto notanya, atau pilih \"said\".", "Upload a photo of the receipt, or choose \"said\".", "photoId"),
        _ => null,
    };

    public static (Answer, Events) Handle(ReportOffPlatformSale command, [WriteAggregate(Required = false)] OffPlatformSale? sale)
    {
        if (sale is not null) return (Done.Instance, []);
        var month = command.SoldOn is { } day ? LocalMonth.Of(day) : Months.Find(command.Month)!.Value;
        return (Done.Instance,
            [new OffPlatformSaleReported(command.ArtisanId, month, command.SoldOn, command.Amount!.Value, command.MaterialCost,
            command.Level!.Value, command.PhotoId, command.ReportedBy, command.ByCompanion, command.ProductId)]);
    }
}
