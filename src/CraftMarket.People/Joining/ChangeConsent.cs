using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.People.Joining;

/// <summary>Somebody agrees to a purpose, or takes that back; whoever acts on it hears of it.</summary>
public sealed record ChangeConsent(PersonId PersonId, string Purpose, bool Given) : Confidential;

public static class ChangeConsentHandler
{
    public static Task<IEventStream<ConsentRegister>> LoadAsync(ChangeConsent command, IDocumentSession session, CancellationToken cancellation) =>
        session.Events.FetchForExclusiveWriting<ConsentRegister>(ConsentRegister.StreamOf(command.PersonId), cancellation);

    public static Refusal? Validate(ChangeConsent command) => Purposes.OwnChoice.Contains(command.Purpose) ? null
        : Refusal.Invalid("unknown_purpose", "Persetujuan ini tidak bisa diubah di sini. Hubungi pendamping atau kantor.",
            "This consent cannot be changed here. Ask your companion or the office.", "purpose");

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(ChangeConsent command, IEventStream<ConsentRegister> register)
    {
        var given = register.Aggregate?.Given.Keys.ToHashSet() ?? [];
        var changed = command.Given ? given.Add(command.Purpose) : given.Remove(command.Purpose);
        object change = command.Given
            ? new ConsentGiven(command.PersonId, command.Purpose, Purposes.CurrentVersion)
            : new ConsentWithdrawn(command.PersonId, command.Purpose);
        // Told even when nothing changed: whoever missed it the first time hears it now.
        return (Done.Instance, changed ? [register.Write(change)] : [], [new ConsentsStand(command.PersonId, [.. given.Order(StringComparer.Ordinal)], (register.CurrentVersion ?? 0) + (changed ? 1 : 0))]);
    }
}

/// <summary>Tells other rooms what somebody agrees to, as after accepting an invitation.</summary>
public sealed record TellConsents(PersonId PersonId);

public static class TellConsentsHandler
{
    public static Task<IEventStream<ConsentRegister>> LoadAsync(TellConsents command, IDocumentSession session, CancellationToken cancellation) =>
        session.Events.FetchForWriting<ConsentRegister>(ConsentRegister.StreamOf(command.PersonId), cancellation);

    public static (Answer, OutgoingMessages) Handle(TellConsents command, IEventStream<ConsentRegister> register) => (Done.Instance,
        register.Aggregate is { } known ? [new ConsentsStand(command.PersonId, [.. known.Given.Keys.Order(StringComparer.Ordinal)], register.CurrentVersion ?? 0)] : []);
}
