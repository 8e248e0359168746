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
/// <param name="ProductId">Which of the artisan's own products it was; null for anything else, or when nobody said.</param>
public sealed record OffPlatformSaleReported(ArtisanId ArtisanId, LocalMonth Month, DateOnly? SoldOn, Rupiah Amount,
    Rupiah? MaterialCost, SaleProof Proof, PhotoId? PhotoId, string ReportedBy, bool ByCompanion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProductId? ProductId = null);

/// <summary>A sale that did not go through the shop, as its artisan sees it.</summary>
/// <param name="SoldOn">The day; null when only the month is known.</param>
/// <param name="ByCompanion">A companion told it, not the artisan.</param>
public sealed record OffPlatformSale(SaleId Id, ArtisanId ArtisanId, LocalMonth Month, DateOnly? SoldOn, Rupiah Amount,
    SaleProof Proof, PhotoId? PhotoId, bool ByCompanion, ProductId? ProductId)
{
    public static OffPlatformSale Create(IEvent<OffPlatformSaleReported> e) => new(SaleId.From(e.StreamId), e.Data.ArtisanId,
        e.Data.Month, e.Data.SoldOn, e.Data.Amount, e.Data.Proof, e.Data.PhotoId, e.Data.ByCompanion, e.Data.ProductId);
}
