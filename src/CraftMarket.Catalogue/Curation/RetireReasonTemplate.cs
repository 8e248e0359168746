using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Takes a reason off the curators' list. What was decided with it keeps its meaning.</summary>
public sealed record RetireReasonTemplate(string Code) : Confidential;

public static class RetireReasonTemplateHandler
{
    public static async Task<ReasonTemplate?> LoadAsync(RetireReasonTemplate command, IQuerySession session,
        CancellationToken cancellation) =>
        await session.LoadAsync<ReasonTemplate>(command.Code, cancellation);

    public static Refusal? Validate(ReasonTemplate? known) => known is null ? Refusal.Missing() : null;

    public static (Answer, IMartenOp) Handle(RetireReasonTemplate command, ReasonTemplate? known) =>
        (Done.Instance, MartenOps.Store(known! with { Retired = true }));
}
