using CraftMarket.Training.Participants;
using Marten;

namespace CraftMarket.Training.SourceLists;

/// <summary>Which rows of a file have become participants already.</summary>
public static class KnownRows
{
    public static async Task<IReadOnlySet<int>> Run(IQuerySession session, string fileHash, CancellationToken cancellation) =>
        (await session.Query<Participant>().Where(x => x.Origin!.FileHash == fileHash).Select(x => x.Origin!.Row)
            .ToListAsync(cancellation)).ToHashSet();
}
