using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Takes the village mark back from an artisan. From the moment this is answered no page, card or new label shows
/// it.</summary>
public sealed record WithdrawMark(MarkUseId MarkUseId, string? Reason) : Confidential;

public static class WithdrawMarkHandler
{
    public static Refusal? Validate(WithdrawMark command, MarkUse markUse)
    {
        if (MarkReasons.Problem(command.Reason) is { } problem) return problem;
        return markUse.Status is MarkStatus.Given or MarkStatus.Withdrawn ? null
            : Refusal.Conflict("wrong_state", "Perajin ini tidak memakai tanda desa.",
                "This artisan does not use the village mark.");
    }

    public static (Answer, Events, OutgoingMessages) Handle(WithdrawMark command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] MarkUse markUse, DateTimeOffset now) =>
        markUse.Status == MarkStatus.Withdrawn
            ? (Done.Instance, [], [])
            : (Done.Instance, [new MarkWithdrawn(command.Reason!.Trim(), now)],
                [new VillageMarkTaken(markUse.ArtisanId, markUse.Village)]);
}
