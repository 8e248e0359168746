using CraftMarket.Kernel.Facts;
using CraftMarket.People.Accounts;
using CraftMarket.People.Contact;
using CraftMarket.People.Erasing;
using CraftMarket.People.Joining;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.People.Persons;

/// <summary>Forgets somebody for good: destroys their key and file and closes their account. What they earned and were paid
/// stays, without a name.</summary>
public sealed record ErasePerson(PersonId PersonId);

/// <summary>What there is to erase.</summary>
public sealed record PersonTraces(PersonFile? File, ErasedPerson? Erased);

public static class ErasePersonHandler
{
    public static async Task<PersonTraces> LoadAsync(ErasePerson command, IQuerySession session,
        CancellationToken cancellation) =>
        new(await session.LoadAsync<PersonFile>((object)command.PersonId, cancellation),
            await session.LoadAsync<ErasedPerson>((object)command.PersonId, cancellation));

    public static Refusal? Validate(PersonTraces traces) => traces is { File: null, Erased: null } ? Refusal.Missing() : null;

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(ErasePerson command, PersonTraces traces,
        DateTimeOffset now) =>
        traces.File is not { } file
            ? (Done.Instance, [], [])
            : (Done.Instance,
                [
                    MartenOps.Delete(file),
                    MartenOps.DeleteWhere<Invitation>(x => x.PersonId == command.PersonId),
                    MartenOps.DeleteWhere<ShopContact>(x => x.Id == command.PersonId),
                    MartenOps.DeleteWhere<ErasureWords>(x => x.Whose == command.PersonId.Value),
                    MartenOps.Store(new ErasedPerson(command.PersonId, now)),
                ],
                [new PersonErased(command.PersonId), DestroyKeys.Of(command.PersonId)]);
}

/// <summary>Closes the account of somebody who was erased, and ends its sessions.</summary>
public static class CloseErasedAccountHandler
{
    public static Task Handle(PersonErased fact, Closing accounts, CancellationToken cancellation) =>
        accounts.CloseAsync(fact.PersonId, cancellation);
}
