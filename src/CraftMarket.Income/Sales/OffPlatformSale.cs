using System.Text.Json.Serialization;
using JasperFx.Events;

namespace CraftMarket.Income.Sales;

/// <summary>How well an off-platform sale is proven. The levels are never added up silently.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SaleProof>))]
public enum SaleProof
{
    /// <summary>The artisan says so.</summary>
    [JsonStringEnumMemberName("said")] Said,

    /// <summary>A companion saw the money, the goods or the book.</summary>
    [JsonStringEnumMemberName("seen")] Seen,

    /// <summary>There is a receipt.</summary>
    [JsonStringEnumMemberName("receipt")] Receipt,
}

/// <summary>An artisan sold outside the shop: at a market, to a neighbour, to a collector.</summary>
/// <param name="SoldOn">The day; null when only the month is known.</param>
/// <param name="MaterialCost">Null when unknown, which is not zero.</param>
/// <param name="ReportedBy">Account that told it: the artisan's own, or the companion's who acted for them.</param>
public sealed record OffPlatformSaleReported(ArtisanId ArtisanId, LocalMonth Month, DateOnly? SoldOn, Rupiah Amount, Rupiah? MaterialCost,
    SaleProof Proof, PhotoId? PhotoId, string ReportedBy, bool ByCompanion);

/// <summary>A sale that did not go through the shop.</summary>
public sealed record OffPlatformSale(SaleId Id, ArtisanId ArtisanId)
{
    public static OffPlatformSale Create(IEvent<OffPlatformSaleReported> e) => new(SaleId.From(e.StreamId), e.Data.ArtisanId);
}
