using CraftMarket.Kernel.Facts;
using CraftMarket.People.Accounts;
using CraftMarket.People.Contact;
using CraftMarket.People.Erasing;
using CraftMarket.People.Joining;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.People.Persons;

/// <summary>Forgets somebody for good: destroys their key and file and closes their account. What they earned and were paid
/// stays, without a name.</summary>
public sealed record ErasePerson(PersonId PersonId);

/// <summary>What there is to erase.</summary>
public sealed record PersonTraces(PersonFile? File, ErasedPerson? Erased, IEventStream<ConsentRegister> Register);

/// <summary>Decides what becomes of somebody who is to be forgotten.</summary>
public static class Forgetting
{
    public static async Task<PersonTraces> LoadAsync(PersonId person, IDocumentSession session,
        CancellationToken cancellation) =>
        new(await session.LoadAsync<PersonFile>((object)person, cancellation),
            await session.LoadAsync<ErasedPerson>((object)person, cancellation),
            await session.Events.FetchForExclusiveWriting<ConsentRegister>(ConsentRegister.StreamOf(person), cancellation));

    public static Refusal? Problem(PersonTraces traces) => traces is { File: null, Erased: null } ? Refusal.Missing() : null;

    /// <summary>Nothing for who was erased before.</summary>
    public static (IEnumerable<IMartenOp>, OutgoingMessages) Of(PersonId person, PersonTraces traces, DateTimeOffset now) =>
        traces.File is not { } file ? ([], [])
            : ([
                MartenOps.Delete(file),
                MartenOps.DeleteWhere<Invitation>(x => x.PersonId == person),
                MartenOps.DeleteWhere<ShopContact>(x => x.Id == person),
                MartenOps.DeleteWhere<ErasureWords>(x => x.Whose == person.Value),
                MartenOps.Store(new ErasedPerson(person, now)),
                traces.Register.Append(new PersonErased(person)),
            ], [new ForgetPerson(person), DestroyKeys.Of(person)]);
}

/// <summary>Closes the account of somebody who was erased, and ends its sessions.</summary>
public static class CloseErasedAccountHandler
{
    public static Task Handle(ForgetPerson command, Closing accounts, CancellationToken cancellation) =>
        accounts.CloseAsync(command.PersonId, cancellation);
}
