using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Asks the office to let an artisan use the mark of the home village; asking means accepting its rules.</summary>
/// <param name="Rules">Number of the rules that the artisan has read; null for those that hold now.</param>
public sealed record AskForMark(ArtisanId ArtisanId, int? Rules) : Confidential;

/// <summary>How far the artisan's application is.</summary>
public sealed record MarkApplication(MarkStatus Status, DateTimeOffset Since) : Answer;

public static class AskForMarkHandler
{
    public static async Task<(IEventStream<MarkUse>, Village?)> LoadAsync(AskForMark command, IDocumentSession session,
        CancellationToken cancellation)
    {
        var maker = await session.LoadAsync<Maker>(Maker.StreamOf(command.ArtisanId), cancellation);
        return (await session.Events.FetchForWriting<MarkUse>(MarkUseId.Of(command.ArtisanId).Value, cancellation),
            maker?.Village is { } home ? await session.LoadAsync<Village>(VillageId.Of(home), cancellation) : null);
    }

    public static Refusal? Validate(AskForMark command, Village? village)
    {
        if (village?.Rules is not { } rules)
            return Refusal.Conflict("mark_not_offered", "Desa Anda belum punya aturan tanda desa. Tanyakan kepada kantor.",
                "Your village has no rules for a village mark yet. Ask the office.");
        return command.Rules is null || command.Rules == rules.Number ? null
            : Refusal.Conflict("stale", "Aturannya sudah diubah. Baca aturan yang baru, lalu ajukan lagi.",
                "The rules have changed. Read the new ones, then apply again.");
    }

    public static (Answer, IEnumerable<IMartenOp>) Handle(AskForMark command, IEventStream<MarkUse> use, Village village,
        DateTimeOffset now)
    {
        var asked = new MarkAskedFor(command.ArtisanId, village.Code, village.Rules!.Number, now);
        if (use.Aggregate is not { Status: MarkStatus.Waiting or MarkStatus.Given } known || known.Village != village.Code)
            return (new MarkApplication(MarkStatus.Waiting, now), [use.Append(asked)]);
        // Who waits accepts the newer rules and keeps the place in the queue; who has the mark keeps it.
        return (new MarkApplication(known.Status, known.Since), known.NeedsNewer(village.Rules) ? [use.Append(asked)] : []);
    }
}
