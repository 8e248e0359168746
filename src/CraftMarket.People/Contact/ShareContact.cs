using CraftMarket.Kernel.Facts;
using CraftMarket.People.Joining;
using CraftMarket.People.Persons;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.People.Contact;

/// <summary>Agrees that buyers are given one's WhatsApp number, and says which.</summary>
/// <param name="Number">Null for the one that is shared already, or else that the office wrote down.</param>
public sealed record ShareContact(PersonId PersonId, string? Number) : Confidential;

/// <summary>Takes the agreement back: from this moment nobody is given the number, and it is forgotten.</summary>
public sealed record WithdrawContact(PersonId PersonId) : Confidential;

/// <summary>What sharing a number depends on.</summary>
/// <param name="Known">The number shared before, or the one that the office wrote down.</param>
public sealed record ContactFacts(PersonFile? File, string? Known, SubjectKey Key);

public static class ShareContactHandler
{
    public static async Task<(IEventStream<ConsentRegister>, ContactFacts)> LoadAsync(ShareContact command,
        IDocumentSession session, IKeyStore keys,
        CancellationToken cancellation)
    {
        var consents = await session.Events.FetchForWriting<ConsentRegister>(ConsentRegister.StreamOf(command.PersonId),
            cancellation);
        var file = await session.LoadAsync<PersonFile>((object)command.PersonId, cancellation);
        var shared = await session.LoadAsync<ShopContact>((object)command.PersonId, cancellation);
        var key = await keys.OfAsync(session, command.PersonId, cancellation, file?.Key);
        var atHand = await keys.TakeAsync(session, [command.PersonId], cancellation);
        return (consents,
            new(file, shared is null ? file?.Read(atHand)?.Phone : atHand.Open<string>(command.PersonId, shared.Number,
            file?.Key), key));
    }

    public static Refusal? Validate(ShareContact command, ContactFacts facts)
    {
        if (facts.File is null || facts.Key.IsDestroyed) return Refusal.Missing();
        return NumberOf(command, facts) is not null ? null : Refusal.Invalid("phone_unknown",
            "Tulis nomor WhatsApp Anda, misalnya 0812 3456 7890.", "Write your WhatsApp number, such as 0812 3456 7890.",
            "number");
    }

    public static (Answer, IEnumerable<IMartenOp>) Handle(ShareContact command, IEventStream<ConsentRegister> consents,
        ContactFacts facts, MasterKey master)
    {
        var agreed = consents.Aggregate?.Given.GetValueOrDefault(ConsentPurpose.Contact) == Purposes.CurrentVersion;
        var number = NumberOf(command, facts) ?? throw new InvalidOperationException("Checked before.");
        IEnumerable<IMartenOp> kept =
            [facts.Key.Keep(), MartenOps.Store(new ShopContact(command.PersonId, master.Seal(facts.Key.Wrapped!, number.E164)))];
        return (Done.Instance,
            agreed ? kept
            : [consents.Append(new ConsentGiven(command.PersonId, ConsentPurpose.Contact, Purposes.CurrentVersion)), .. kept]);
    }

    private static PhoneNumber? NumberOf(ShareContact command, ContactFacts facts) =>
        PhoneNumber.TryParse(command.Number ?? facts.Known, out var number) ? number : null;
}

public static class WithdrawContactHandler
{
    public static Task<IEventStream<ConsentRegister>> LoadAsync(WithdrawContact command, IDocumentSession session,
        CancellationToken cancellation) =>
        session.Events.FetchForWriting<ConsentRegister>(ConsentRegister.StreamOf(command.PersonId), cancellation);

    public static (Answer, IEnumerable<IMartenOp>) Handle(WithdrawContact command, IEventStream<ConsentRegister> consents)
    {
        var forgotten = MartenOps.DeleteWhere<ShopContact>(x => x.Id == command.PersonId);
        return (Done.Instance, consents.Aggregate?.Answer(ConsentPurpose.Contact) == false
            ? [forgotten]
            : [consents.Append(new ConsentWithdrawn(command.PersonId, ConsentPurpose.Contact)), forgotten]);
    }
}
