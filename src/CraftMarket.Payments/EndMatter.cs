using Marten;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>The operator has seen to an open matter.</summary>
/// <param name="MatterId">Stripe's id of what it is about.</param>
public sealed record EndMatter(string MatterId);

public static class EndMatterHandler
{
    public static Task<OpenMatter?> LoadAsync(EndMatter command, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<OpenMatter>(command.MatterId, cancellation);

    public static Refusal? Validate(EndMatter command, OpenMatter? matter) => matter is null ? Refusal.Missing() : null;

    public static (Answer, IMartenOp) Handle(EndMatter command, OpenMatter matter, DateTimeOffset now) =>
        matter.EndedAt is not null
        ? (Done.Instance, MartenOps.Nothing())
        : (Done.Instance, MartenOps.Store(matter with { EndedAt = now, Ending = OpenMatter.Done }));
}
