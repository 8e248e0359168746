using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.People.Joining;

/// <summary>Somebody agrees to a purpose, says no to it, or takes it back; whoever acts on it hears of it. The number for buyers
/// is shared and withdrawn by
/// commands of its own.</summary>
/// <param name="Given">Null when the asker forgot to say.</param>
public sealed record ChangeConsent(PersonId PersonId, string Purpose, bool? Given) : Confidential;

public static class ChangeConsentHandler
{
    public static Task<IEventStream<ConsentRegister>> LoadAsync(ChangeConsent command, IDocumentSession session,
        CancellationToken cancellation) =>
        session.Events.FetchForExclusiveWriting<ConsentRegister>(ConsentRegister.StreamOf(command.PersonId), cancellation);

    public static Refusal? Validate(ChangeConsent command)
    {
        if (!ConsentPurpose.All.Contains(command.Purpose))
            return Refusal.Invalid("unknown_purpose",
                "Persetujuan ini tidak dikenal. Pilih shop, training, income, atau contact.",
                "This consent is not known. Choose shop, training, income or contact.", "purpose");
        return command.Given is not null ? null
            : Refusal.Invalid("given_missing", "Pilih setuju atau tidak setuju.",
                "Say whether it is given: true or false.", "given");
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(ChangeConsent command,
        IEventStream<ConsentRegister> register)
    {
        var known = register.Aggregate ?? ConsentRegister.Of(command.PersonId);
        var (given, withdrawn) = (new ConsentGiven(command.PersonId, command.Purpose, Purposes.CurrentVersion),
            new ConsentWithdrawn(command.PersonId, command.Purpose));
        var changed = command.Given == true ? known.Given.GetValueOrDefault(command.Purpose) != Purposes.CurrentVersion
            : known.Answer(command.Purpose) != false;
        var after = !changed ? known : command.Given == true ? known.Apply(given) : known.Apply(withdrawn);
        // Told even when nothing changed: whoever missed it the first time hears it now.
        return (Done.Instance, changed ? [register.Append(command.Given == true ? given : withdrawn)] : [],
            [after.Told((register.CurrentVersion ?? 0) + (changed ? 1 : 0))]);
    }

    internal static ConsentsStand Told(this ConsentRegister register, long revision) =>
        new(register.PersonId, [.. register.Given.Keys.Order(StringComparer.Ordinal)], revision,
            [.. register.Refused.Order(StringComparer.Ordinal)]);
}

/// <summary>Tells other rooms what somebody agrees to, as after accepting an invitation.</summary>
public sealed record TellConsents(PersonId PersonId);

public static class TellConsentsHandler
{
    public static Task<IEventStream<ConsentRegister>> LoadAsync(TellConsents command, IDocumentSession session,
        CancellationToken cancellation) =>
        session.Events.FetchForWriting<ConsentRegister>(ConsentRegister.StreamOf(command.PersonId), cancellation);

    public static (Answer, OutgoingMessages) Handle(TellConsents command, IEventStream<ConsentRegister> register) =>
        (Done.Instance, register.Aggregate is { } known ? [known.Told(register.CurrentVersion ?? 0)] : []);
}
