using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Training;

/// <summary>Plans a batch of a programme; it may lie in the past. Sent again with the same id, it changes nothing.</summary>
/// <param name="Mode"><c>inClass</c>, which needs a venue, or <c>onTheSpot</c>, which needs a village.</param>
/// <param name="Capacity">Seats; thirty when not stated.</param>
/// <param name="PublicTitle">What buyers read of it; null to tell what its programme tells.</param>
public sealed record PlanBatch(BatchId BatchId, ProgrammeId ProgrammeId, string? Name, string? Skill, string? Mode, string? Venue,
    string? VillageCode, DateOnly? StartsOn, DateOnly? EndsOn, int? Capacity, string? PublicTitle = null)
{
    public const int UsualCapacity = 30;

    /// <summary>More than any hall holds; a slip of the finger must not spoil the programme's sums.</summary>
    public const int MostSeats = 1_000;
}

/// <summary>What a batch is planned within: its programme, and its skill if that has been taught before.</summary>
/// <param name="Words">What buyers must not read.</param>
public sealed record Framework(Programme? Programme, SkillTrack? Track, WelfareWords Words);

public static class PlanBatchHandler
{
    public static async Task<Framework> LoadAsync(PlanBatch command, IDocumentSession session, CancellationToken cancellation) =>
        new(
        await session.LoadAsync<Programme>(command.ProgrammeId, cancellation),
        await session.LoadAsync<SkillTrack>(SkillTrack.IdOf(command.Skill), cancellation),
        await WelfareWords.Load(session, cancellation));

    public static Refusal? Validate(PlanBatch command, Framework framework, DateTimeOffset now) => Refusals.Of(
        framework.Programme is not null ? null
            : Refusal.Invalid("unknown_programme", "Program ini tidak ada. Buat programnya dulu.",
                "There is no such programme. Start the programme first.", "programmeId"),
        string.IsNullOrWhiteSpace(command.Name) ? Refusal.Invalid("name_required", "Isi nama angkatan.",
            "Give the batch a name.", "name") : null,
        SkillTrack.IdOf(command.Skill) is "" ? Refusal.Invalid("skill_required", "Isi keterampilan yang dilatih.",
            "Say which skill is trained.", "skill") : null,
        Days(command),
        command.Capacity is <= 0 or > PlanBatch.MostSeats
            ? Refusal.Invalid("capacity_invalid", $"Angkatan mempunyai 1 sampai {PlanBatch.MostSeats} kursi.",
                $"A batch has 1 to {PlanBatch.MostSeats} seats.", "capacity") : null,
        Place(command), Beyond(command, now), PublicTitle.Problem(command.PublicTitle, framework.Words));

    public static (Answer, Events, IEnumerable<IMartenOp>) Handle(PlanBatch command,
        [WriteAggregate(Required = false)] TrainingBatch? batch, Framework framework)
    {
        if (batch is not null) return (Done.Instance, [], []);
        var mode = DeliveryModes.Parse(command.Mode);
        var track = framework.Track
            ?? new SkillTrack(SkillTrack.IdOf(command.Skill), new(command.Skill!.Trim(), command.Skill.Trim()));
        var programme = framework.Programme!;
        var title = PublicTitle.Of(command.PublicTitle, programme.PublicTitle, track.Name.Indonesian, programme.Organiser,
            framework.Words);
        var opened = new BatchOpened(command.BatchId, command.Name!.Trim(), command.ProgrammeId, programme.Name, track.Id,
            mode!.Value.Name(), command.StartsOn!.Value, command.EndsOn!.Value, title, command.Venue?.Trim(),
            RegionCode.TryParse(command.VillageCode, out var village) ? village : null,
            command.Capacity ?? PlanBatch.UsualCapacity, PublicTitle.Typed(command.PublicTitle));
        return (Done.Instance, [opened], framework.Track is null ? [MartenOps.Store(track)] : []);
    }

    private static Refusal? Days(PlanBatch command) => Refusals.Of(
        command.StartsOn is null ? Refusal.Invalid("first_day_required", "Isi tanggal mulai.", "Give the first day.", "startsOn")
            : null,
        command.EndsOn is null ? Refusal.Invalid("last_day_required", "Isi tanggal selesai.", "Give the last day.", "endsOn")
            : null,
        command.EndsOn < command.StartsOn
            ? Refusal.Invalid("dates_out_of_order", "Tanggal selesai mendahului tanggal mulai.",
                "The last day lies before the first day.", "endsOn") : null);

    private static Refusal? Beyond(PlanBatch command, DateTimeOffset now) => Refusals.Of(
        Bounds.Text(command.Name, Bounds.Name, "name"),
        Bounds.Text(command.Skill, Bounds.Skill, "skill"), Bounds.Text(command.Venue, Bounds.Name, "venue"),
        Bounds.Day(command.StartsOn, now, "startsOn"), Bounds.Day(command.EndsOn, now, "endsOn"));

    private static Refusal? Place(PlanBatch command)
    {
        if (DeliveryModes.Parse(command.Mode) is not { } mode)
            return Refusal.Invalid("unknown_mode", "Pilih pelatihan di kelas (inClass) atau di tempat peserta (onTheSpot).",
                "Choose training in class (inClass) or at the trainees' place (onTheSpot).", "mode");
        if (mode == DeliveryMode.InClass && string.IsNullOrWhiteSpace(command.Venue))
            return Refusal.Invalid("venue_required", "Pelatihan di kelas memerlukan tempat.",
                "Training in class needs a venue.", "venue");
        if (mode == DeliveryMode.OnTheSpot && string.IsNullOrWhiteSpace(command.VillageCode))
            return Refusal.Invalid("village_required", "Pelatihan di tempat peserta memerlukan desa.",
                "Training at the trainees' place needs a village.", "villageCode");
        if (!string.IsNullOrWhiteSpace(command.VillageCode) && HomeVillage.Find(command.VillageCode) is null)
            return HomeVillage.Unknown;
        return null;
    }
}
