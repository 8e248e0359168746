using System.Text.Json.Serialization;
using JasperFx.Events;

namespace CraftMarket.Payments;

/// <summary>The operator is about to send money to an artisan.</summary>
public sealed record PayoutAsked(ArtisanId ArtisanId, Rupiah Amount);

/// <summary>The money left the platform's bank.</summary>
public sealed record PayoutPaid(string Reference);

/// <summary>The transfer came back, or was never sent; the artisan's balance holds it again.</summary>
public sealed record PayoutReturned;

/// <summary>Where a payout stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PayoutStatus>))]
public enum PayoutStatus
{
    [JsonStringEnumMemberName("pending")] Pending,
    [JsonStringEnumMemberName("paid")] Paid,
    [JsonStringEnumMemberName("returned")] Returned,
}

/// <summary>A sum sent to an artisan by bank transfer.</summary>
public sealed record Payout(PayoutId Id, ArtisanId ArtisanId, Rupiah Amount, PayoutStatus Status, string? Reference,
    DateTimeOffset AskedAt)
{
    public static Payout Create(IEvent<PayoutAsked> e) =>
        new(PayoutId.From(e.StreamId), e.Data.ArtisanId, e.Data.Amount, PayoutStatus.Pending, null, e.Timestamp);

    public Payout Apply(PayoutPaid e) => this with { Status = PayoutStatus.Paid, Reference = e.Reference };
    public Payout Apply(PayoutReturned e) => this with { Status = PayoutStatus.Returned };
}
