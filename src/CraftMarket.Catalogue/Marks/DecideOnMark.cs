using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>The office's answer to an artisan who asked for the village mark.</summary>
/// <param name="Reason">Needed to refuse; the artisan reads it.</param>
public sealed record DecideOnMark(MarkUseId MarkUseId, bool Give, string? Reason) : Confidential
{
    /// <summary>The same answer stands; it is given again by who did not hear that it was taken.</summary>
    internal bool IsDone(MarkUse use) => Give ? use.Status == MarkStatus.Given : use.Status == MarkStatus.Refused
        && use.Reason == Reason?.Trim();
}

public static class DecideOnMarkHandler
{
    /// <summary>Of why a mark is refused or taken back.</summary>
    public const int LongestReason = 500;

    public static async Task<Village?> LoadAsync(DecideOnMark command, IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<MarkUse>(command.MarkUseId, cancellation) is { } use
            ? await session.LoadAsync<Village>(use.VillageId, cancellation) : null;

    public static Refusal? Validate(DecideOnMark command, MarkUse markUse, Village? village)
    {
        if (!command.Give && MarkReasons.Problem(command.Reason) is { } problem) return problem;
        if (command.Give && village?.Rules is { } rules && markUse.NeedsNewer(rules))
            return Refusal.Conflict("rules_changed",
                $"Perajin menyetujui aturan edisi {markUse.Rules}, padahal yang berlaku edisi {rules.Number}. Tunggu sampai "
                + $"perajin menyetujui edisi itu, atau tolak dengan alasan.",
                $"The artisan accepted edition {markUse.Rules} of the rules, but edition {rules.Number} is in force. Wait "
                + $"until the artisan accepts it, or refuse with a reason.");
        return command.IsDone(markUse) || markUse.Status == MarkStatus.Waiting ? null
            : Refusal.Conflict("wrong_state", "Permohonan ini tidak sedang menunggu jawaban.",
                "This application is not waiting for an answer.");
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
    public static Refusal? Problem(string? reason) => reason?.Trim().Length is >= 5 and <= DecideOnMarkHandler.LongestReason
        ? null
        : Refusal.Invalid("reason_missing", "Tulis alasannya dalam satu kalimat; perajin membacanya.",
            "Write the reason in a sentence; the artisan reads it.", "reason");
}
