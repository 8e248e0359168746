using Marten;
using Wolverine.Marten;

namespace CraftMarket.Income;

/// <summary>Somebody of the household, by year of birth.</summary>
public sealed record HouseholdMember(int BirthYear, bool Earns);

/// <summary>Writes down what somebody lived on before the training. A second one of the same month corrects the first.</summary>
/// <param name="Village">Home village, told by who sends the command.</param>
/// <param name="Month">As <c>2026-06</c>.</param>
/// <param name="NetIncome">Rupiah in that month after costs.</param>
/// <param name="Household">Everybody, the participant too. Sealed, never in an event.</param>
public sealed record RecordBaseline(PersonId PersonId, RegionCode Village, string? Month, Rupiah? NetIncome,
    IReadOnlyList<IncomeSource> Sources, IReadOnlyList<HouseholdMember> Household, string RecordedBy) : Confidential;

/// <summary>The baseline stands; <paramref name="Warning"/> says what looks odd about it.</summary>
/// <param name="Reason">Why it is no income before the training: <c>late_baseline</c> or <c>outside_window</c>; null when it
/// counts, as far as is known now.</param>
public sealed record BaselineStands(Wording? Warning, string? Reason = null) : Answer;

/// <summary>The first day of somebody's first batch; null while they have no seat.</summary>
public sealed record FirstDay(DateOnly? Day);

public static class RecordBaselineHandler
{
    public static Guid LivelihoodOf(RecordBaseline command) => Livelihood.IdOf(command.PersonId);

    public static async Task<(FirstDay, SubjectKey)> LoadAsync(RecordBaseline command, IDocumentSession session, IKeyStore keys,
        CancellationToken cancellation)
    {
        var seats = await session.Query<ReportedSeat>().Where(x => x.PersonId == command.PersonId).ToListAsync(cancellation);
        var batches = seats.Count == 0 ? []
            : await session.Query<ReportedBatch>().Where(x => x.Id.IsOneOf(seats.Select(y => y.BatchId).ToArray()))
                .ToListAsync(cancellation);
        return (new(batches.Count == 0 ? null : batches.Min(x => x.Facts.StartsOn)),
            await keys.OfAsync(session, command.PersonId, cancellation));
    }

    public static Refusal? Validate(RecordBaseline command, SubjectKey key, DateTimeOffset now) =>
        key.IsDestroyed ? SubjectKey.Erased : BaselineRules.Check(command, now);

    public static (Answer, Events, IEnumerable<IMartenOp>) Handle(RecordBaseline command,
        [WriteAggregate(FromMethod = nameof(LivelihoodOf), Required = false)] Livelihood? livelihood, FirstDay training,
        SubjectKey key, MasterKey master)
    {
        var month = Months.Find(command.Month)!.Value;
        var net = command.NetIncome!.Value;
        var sources = SourceKinds.InItsWords(command.Sources);
        var recorded = new BaselineRecorded(command.PersonId, command.Village, month, net, sources, command.Household.Count,
            command.Household.Count(x => x.Earns), command.RecordedBy);
        var reason = training.Day is { } day ? BaselineWindow.Outside(month, day) : null;
        var differ = BaselineDoubts.SumOf(sources) == net ? null : SourcesDiffer;
        var answer = new BaselineStands(OutOfTime(reason) ?? differ, reason);
        if (livelihood?.Of(month) is { } known && Same(known, recorded)) return (answer, [], []);
        return (answer, [recorded],
            [key.Keep(), MartenOps.Store(HouseholdRoster.Seal(command.PersonId, month, command.Household, master, key))]);
    }

    private static Wording? OutOfTime(string? reason) => reason switch
    {
        null => null,
        BaselineWindow.Late => new(
            "Bulan ini tidak sebelum pelatihan, jadi disimpan tetapi tidak dihitung sebagai penghasilan sebelum pelatihan.",
            "This month is not before the training, so it is kept but does not count as income before the training."),
        _ => new(
            "Bulan ini lebih dari enam bulan sebelum pelatihan, jadi disimpan tetapi tidak dihitung sebagai penghasilan "
            + "sebelum pelatihan.",
            "This month is more than six months before the training, so it is kept but does not count as income before the "
            + "training."),
    };

    private static readonly Wording SourcesDiffer = new("Jumlah sumber penghasilan tidak sama dengan penghasilan bersih.",
        "The sources of income do not add up to the net income.");

    private static bool Same(BaselineRecorded a, BaselineRecorded b) =>
        SourceKinds.InItsWords(a.Sources).SequenceEqual(b.Sources)
        && a == b with { Sources = a.Sources, RecordedBy = a.RecordedBy };
}
