using System.Text.Json.Serialization;
using JasperFx;

namespace CraftMarket.Ordering;

/// <summary>Who ordered and where it goes. Never in an event, a message or a log.</summary>
public sealed record Recipient(string Name, string Phone, string? Email, string Address, RegionCode Region)
{
    /// <summary>Never the person: it must not reach a log by accident.</summary>
    public override string ToString() => "Recipient ****";
}

/// <summary>A recipient, sealed under a key of the order's own. Deleting this document erases the buyer from the order.</summary>
/// <param name="Reply">A <see cref="ReplyTo"/>; null for a buyer without an e-mail.</param>
/// <param name="ConfirmedAt">When the link of a letter to that e-mail was opened; null while it was only typed.</param>
public sealed record DeliveryDetails(OrderId Id, WrappedKey Key, SealedBox Box,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SealedBox? Reply = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ConfirmedAt = null)
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    public static DeliveryDetails Seal(OrderId order, Recipient recipient, MasterKey master, ReplyTo? reply = null)
    {
        var key = master.NewKey();
        return new(order, key, master.Seal(key, recipient), reply is null ? null : master.Seal(key, reply));
    }

    public ReplyTo? OpenReply(MasterKey master) => Reply is null ? null : master.Open<ReplyTo>(Key, Reply);

    public Recipient Open(MasterKey master) => master.Open<Recipient>(Key, Box);
}
