using CraftMarket.Kernel.Facts;
using CraftMarket.People.Joining;
using Marten;

namespace CraftMarket.People.Persons;

/// <summary>Says of everybody who was erased before that they were, after everybody else has written down what older streams
/// imply: nothing of it leads to them again.</summary>
public sealed class EarlierErasures(IDocumentStore store) : EarlierFacts(store, "people")
{
    private readonly IDocumentStore _store = store;

    protected override async Task DeriveAsync(CancellationToken cancellation)
    {
        await using var session = _store.LightweightSession();
        foreach (var erased in await session.Query<ErasedPerson>().ToListAsync(cancellation))
        {
            var register = await session.Events.FetchForWriting<ConsentRegister>(ConsentRegister.StreamOf(erased.Id),
                cancellation);
            register.Append(new PersonErased(erased.Id)).Execute(session);
        }

        await session.SaveChangesAsync(cancellation);
    }
}
