using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>The office's answer to an artisan who asked for the village mark.</summary>
/// <param name="Reason">Needed to refuse; the artisan reads it.</param>
public sealed record DecideOnMark(MarkUseId MarkUseId, bool Give, string? Reason) : Confidential
{
    /// <summary>The same answer stands; it is given again by who did not hear that it was taken.</summary>
    internal bool IsDone(MarkUse use) => Give ? use.Status == MarkStatus.Given : use.Status == MarkStatus.Refused && use.Reason == Reason?.Trim();
}

public static class DecideOnMarkHandler
{
    public static Refusal? Validate(DecideOnMark command, MarkUse markUse)
    {
        if (!command.Give && MarkReasons.Problem(command.Reason) is { } problem) return problem;
        return command.IsDone(markUse) || markUse.Status == MarkStatus.Waiting ? null
            : Refusal.Conflict("wrong_state", "Permohonan ini tidak sedang menunggu jawaban.", "This application is not waiting for an answer.");
    }

    public static (Answer, Events, OutgoingMessages) Handle(DecideOnMark command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] MarkUse markUse, DateTimeOffset now)
    {
        if (command.IsDone(markUse)) return (Done.Instance, [], []);
        return command.Give
            ? (Done.Instance, [new MarkGiven(now)], [new VillageMarkGiven(markUse.ArtisanId, markUse.Village)])
            : (Done.Instance, [new MarkRefused(command.Reason!.Trim(), now)], []);
    }
}

/// <summary>What a reason must be for an artisan to learn from it.</summary>
internal static class MarkReasons
{
    public static Refusal? Problem(string? reason) => reason?.Trim().Length is >= 5 and <= 500 ? null
        : Refusal.Invalid("reason_missing", "Tulis alasannya dalam satu kalimat; perajin membacanya.", "Write the reason in a sentence; the artisan reads it.", "reason");
}
