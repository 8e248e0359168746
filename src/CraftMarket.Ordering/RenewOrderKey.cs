using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>The office gives a buyer who lost the link, and has no e-mail, a new key to the order; the old one opens it no
/// more.</summary>
/// <param name="Key">The new one, told once.</param>
public sealed record RenewOrderKey(OrderId OrderId, string Key) : Confidential;

/// <summary>What a key stands beside.</summary>
/// <param name="Details">Null when the buyer was erased.</param>
/// <param name="Reply">Where letters go, with the key that their links carry; null without an e-mail.</param>
public sealed record KeptKey(IEventStream<Order> Stream, DeliveryDetails? Details, ReplyTo? Reply, SubjectKey? Key);

public static class RenewOrderKeyHandler
{
    public static async Task<KeptKey> LoadAsync(RenewOrderKey command, IDocumentSession session, IKeyStore keys,
        CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForExclusiveWriting<Order>(command.OrderId.Value, cancellation);
        var details = await session.LoadAsync<DeliveryDetails>(command.OrderId.Value, cancellation);
        if (details is null) return new(stream, null, null, null);
        var reply = details.OpenReply(await keys.TakeAsync(session, [command.OrderId], cancellation));
        return new(stream, details, reply, await keys.OfAsync(session, command.OrderId, cancellation, details.Key));
    }

    public static Refusal? Validate(RenewOrderKey command, KeptKey kept) =>
        kept is { Stream.Aggregate: not null, Details: not null, Key.IsDestroyed: false } ? null : Refusal.Missing();

    public static (Answer, IEnumerable<IMartenOp>) Handle(RenewOrderKey command, KeptKey kept, MasterKey master)
    {
        var renewed = kept.Stream.Append(new OrderKeyRenewed(AccessKey.HashOf(command.Key)));
        if (kept.Stream.Aggregate!.Opens(command.Key)) return (Done.Instance, []);
        // Later letters must carry a link that opens.
        return (Done.Instance, kept.Reply is { } reply
            ? [renewed, kept.Key!.Keep(),
                MartenOps.Update(kept.Details! with { Reply = master.Seal(kept.Key!.Wrapped!,
                reply with { Key = command.Key }) })]
            : [renewed]);
    }
}
