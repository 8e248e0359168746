using Marten;

namespace CraftMarket.People.Erasing;

/// <summary>The reasons that there are from the start; what an office changed stays as it is.</summary>
internal sealed class ErasureReasons(IDocumentStore store) : IReferenceData
{
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        var known = (await session.LoadManyAsync<ErasureReason>(cancellation, ErasureReason.Initial.Select(x => x.Id)))
            .Select(x => x.Id).ToHashSet();
        session.Store(ErasureReason.Initial.Where(x => !known.Contains(x.Id)).ToArray());
        await session.SaveChangesAsync(cancellation);
    }
}
