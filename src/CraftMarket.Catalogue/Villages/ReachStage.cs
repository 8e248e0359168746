using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Records that a village came to a stage of the roll-out on a day.</summary>
public sealed record ReachStage(VillageId VillageId, string? Stage, DateOnly? On);

public static class ReachStageHandler
{
    public static Task<RolloutStage?> LoadAsync(ReachStage command, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<RolloutStage>(command.Stage ?? "", cancellation);

    public static Refusal? Validate(ReachStage command, Village village, RolloutStage? stage, DateTimeOffset now)
    {
        if (stage is null)
            return Refusal.Invalid("unknown_stage", "Pilih tahap dari daftar.", "Choose a stage from the list.", "stage");
        if (command.On is not { } day || day > LocalMonth.DayOf(now))
            return Refusal.Invalid("day_unknown", "Isi tanggalnya; tidak boleh di masa depan.",
                "Give the day; it may not lie ahead.", "on");
        if (village.Stages is [.., var last] && last.Stage != stage.Id && day < last.On)
            return Refusal.Invalid("dates_out_of_order", "Tanggal ini mendahului tahap sebelumnya.",
                "This day lies before the stage that came last.", "on");
        return village.Stage != stage.Id || village.Stages[^1].On == day ? null
            : Refusal.Conflict("wrong_state", "Desa ini sudah di tahap itu.", "The village is at that stage already.");
    }

    public static (Answer, Events) Handle(ReachStage command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Village village) =>
        village.Stage == command.Stage ? (Done.Instance, [])
            : (Done.Instance, [new VillageStageReached(command.Stage!, command.On!.Value)]);
}
