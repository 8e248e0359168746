using CraftMarket.Catalogue;
using CraftMarket.Kernel.Facts;
using CraftMarket.People.Joining;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Workflows;

/// <summary>Somebody agrees to a purpose, says no to it, or takes it back; what obeys the answer does so at once. The number for
/// buyers is shared and withdrawn by commands of its own.</summary>
/// <param name="Given">Null when the asker forgot to say.</param>
public sealed record ChangeConsent(PersonId PersonId, string Purpose, bool? Given) : Confidential;

/// <summary>What somebody agreed to so far, and the shops that follow the answer.</summary>
public sealed record ConsentToChange(IEventStream<ConsentRegister> Register, IReadOnlyList<OwnShop> Shops);

public static class ChangeConsentHandler
{
    public static async Task<ConsentToChange> LoadAsync(ChangeConsent command, IDocumentSession session,
        CancellationToken cancellation) =>
        new(await session.Events.FetchForExclusiveWriting<ConsentRegister>(ConsentRegister.StreamOf(command.PersonId),
                cancellation),
            command.Purpose == ConsentPurpose.Shop ? await OwnShop.LockAsync(session, command.PersonId, cancellation) : []);

    public static Refusal? Validate(ChangeConsent command) => ConsentChange.Problem(command.Purpose, command.Given);

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(ChangeConsent command, ConsentToChange consent,
        DateTimeOffset now)
    {
        var given = command.Given == true;
        var ops = new List<IMartenOp>();
        var work = new OutgoingMessages();
        if (ConsentChange.Of(command.PersonId, command.Purpose, given, consent.Register.Aggregate) is { } change)
            ops.Add(consent.Register.Append(change));
        // Also where nothing changed: a shop that an earlier version left behind follows now.
        foreach (var (written, sent) in consent.Shops.Select(x => x.Follow(refused: !given, now)))
        {
            ops.AddRange(written);
            work.AddRange(sent);
        }

        return (Done.Instance, ops, work);
    }
}
