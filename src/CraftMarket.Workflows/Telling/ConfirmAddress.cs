using CraftMarket.Notices;
using CraftMarket.Ordering;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Workflows;

/// <summary>Somebody opened the link of a first letter: the address is theirs, and news of this order go to it.</summary>
/// <param name="Token">From the letter's link.</param>
public sealed record ConfirmAddress(OrderId OrderId, string Token) : Confidential;

/// <summary>Who is written to about the order, and the first letters to that address that were not opened.</summary>
public sealed record TypedAddress(DeliveryDetails? Details, FirstLetters? Unopened);

public static class ConfirmAddressHandler
{
    public static async Task<TypedAddress> LoadAsync(ConfirmAddress command, IDocumentSession session, IKeyStore keys,
        MasterKey master, CancellationToken cancellation)
    {
        var details = await session.LoadAsync<DeliveryDetails>(command.OrderId.Value, cancellation);
        if (details is not { ConfirmedAt: null }
            || details.OpenReply(await keys.TakeAsync(session, [command.OrderId], cancellation)) is not { } reply)
            return new(details, null);
        return new(details, await session.LoadAsync<FirstLetters>(FirstLetters.IdOf(master, reply.Email), cancellation));
    }

    public static Refusal? Validate(ConfirmAddress command, TypedAddress typed, MasterKey master) =>
        typed.Details?.Reply is not null && LetterToken.Fits(master, command.OrderId, command.Token) ? null : Refusal.Missing();

    public static (Answer, IEnumerable<IMartenOp>) Handle(ConfirmAddress command, TypedAddress typed, DateTimeOffset now)
    {
        if (typed.Details!.ConfirmedAt is not null) return (Done.Instance, []);
        // Only changed where it still is: a buyer who is being erased must not come back.
        IMartenOp confirmed = MartenOps.Update(typed.Details with { ConfirmedAt = now });
        return (Done.Instance, typed.Unopened is { } unopened
            ? [confirmed, MartenOps.Store(unopened.Without(command.OrderId))] : [confirmed]);
    }
}
