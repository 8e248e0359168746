using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Puts right the day on which a village came to the stage where it is now.</summary>
public sealed record CorrectStage(VillageId VillageId, string? Stage, DateOnly? On);

public static class CorrectStageHandler
{
    public static Refusal? Validate(CorrectStage command, Village village, DateTimeOffset now)
    {
        if (village.Stage is null || village.Stage != command.Stage)
            return Refusal.Conflict("stale", "Tahap desa ini sudah berubah. Muat ulang, lalu coba lagi.",
                "The village's stage has changed. Reload and try again.");
        if (command.On is not { } day || day > LocalMonth.DayOf(now))
            return Refusal.Invalid("day_unknown", "Isi tanggalnya; tidak boleh di masa depan.",
                "Give the day; it may not lie ahead.", "corrected");
        return village.Stages is [.., var before, _] && day < before.On
            ? Refusal.Invalid("dates_out_of_order", "Tanggal ini mendahului tahap sebelumnya.",
                "This day lies before the stage that came before.", "corrected")
            : null;
    }

    public static (Answer, Events) Handle(CorrectStage command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Village village) =>
        village.Stages[^1].On == command.On ? (Done.Instance, [])
            : (Done.Instance, [new VillageStageCorrected(command.Stage!, command.On!.Value)]);
}
