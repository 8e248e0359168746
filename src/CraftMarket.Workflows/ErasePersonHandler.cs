using CraftMarket.Catalogue;
using CraftMarket.People.Persons;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Workflows;

/// <summary>Forgets somebody, and closes their shops: after this nobody can find out any more whose those were.</summary>
public static class ErasePersonHandler
{
    public static async Task<(PersonTraces, IReadOnlyList<MakerPerson>)> LoadAsync(ErasePerson command, IDocumentSession session,
        CancellationToken cancellation) =>
        (await Forgetting.LoadAsync(command.PersonId, session, cancellation),
            await session.Query<MakerPerson>().Where(x => x.PersonId == command.PersonId).ToListAsync(cancellation));

    public static Refusal? Validate(PersonTraces traces) => Forgetting.Problem(traces);

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(ErasePerson command, PersonTraces traces,
        IReadOnlyList<MakerPerson> makers, DateTimeOffset now)
    {
        var (ops, work) = Forgetting.Of(command.PersonId, traces, now);
        work.AddRange(makers.Select(x => new CloseShop(new(x.Id))));
        return (Done.Instance, ops, work);
    }
}
