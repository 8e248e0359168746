using CraftMarket.Kernel.Facts;
using CraftMarket.People.Joining;
using Marten;

namespace CraftMarket.People.Persons;

/// <summary>Says of everybody who was erased before that they were, after everybody else has written down what older streams
/// imply: nothing of it leads to them again.</summary>
public sealed class EarlierErasures(IDocumentStore store) : EarlierFacts(store, "people")
{
    private static readonly string Untold = $"""
        where not exists (select from {EventTables.Events} as e where e.type = 'person_erased'
            and e.data ->> 'PersonId' = d.id::text) limit {AtATime}
        """;

    protected override Task DeriveAsync(CancellationToken cancellation) => InStepsAsync(async session =>
    {
        var untold = await session.QueryAsync<ErasedPerson>(Untold, cancellation);
        foreach (var erased in untold)
        {
            var register = await session.Events.FetchForWriting<ConsentRegister>(ConsentRegister.StreamOf(erased.Id),
                cancellation);
            register.Append(new PersonErased(erased.Id)).Execute(session);
        }

        return untold.Count > 0;
    }, cancellation);
}
