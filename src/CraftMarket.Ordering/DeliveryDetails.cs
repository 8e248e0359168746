using System.Text.Json.Serialization;
using JasperFx;

namespace CraftMarket.Ordering;

/// <summary>Who ordered and where it goes. Never in an event, a message or a log.</summary>
public sealed record Recipient(string Name, string Phone, string? Email, string Address, RegionCode Region)
{
    /// <summary>Never the person: it must not reach a log by accident.</summary>
    public override string ToString() => "Recipient ****";
}

/// <summary>A recipient, sealed under the order's key. Destroying that key and this document erases the buyer from the
/// order.</summary>
/// <param name="Reply">A <see cref="ReplyTo"/>; null for a buyer without an e-mail.</param>
/// <param name="ConfirmedAt">When the link of a letter to that e-mail was opened; null while it was only typed.</param>
/// <param name="Key">Only in details older than the key store.</param>
/// <param name="Reason">Why the office ended the order, in its own words; null for most.</param>
public sealed record DeliveryDetails(OrderId Id, SealedBox Box,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SealedBox? Reply = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ConfirmedAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WrappedKey? Key = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SealedBox? Reason = null)
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    public static DeliveryDetails Seal(OrderId order, Recipient recipient, MasterKey master, SubjectKey key,
        ReplyTo? reply = null) =>
        new(order, master.Seal(key.Wrapped!, recipient), reply is null ? null : master.Seal(key.Wrapped!, reply));

    /// <summary>Null for a buyer without an e-mail, and for one who was erased.</summary>
    public ReplyTo? OpenReply(LoadedKeys keys) => Reply is null ? null : keys.Open<ReplyTo>(Id, Reply, Key);

    /// <summary>Null for a buyer who was erased.</summary>
    public Recipient? Open(LoadedKeys keys) => keys.Open<Recipient>(Id, Box, Key);

    /// <summary>With the office's reason, under the same key as the rest.</summary>
    public DeliveryDetails WithReason(string reason, MasterKey master, SubjectKey key) =>
        this with { Reason = master.Seal(key.Wrapped!, reason) };
}
