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

    public static async Task<(FirstDay, SubjectKey)> LoadAsync(RecordBaseline command, IDocumentSession session, IKeyStore keys, CancellationToken cancellation)
    {
        var person = await session.LoadAsync<Livelihood>(Livelihood.IdOf(command.PersonId), cancellation);
        var cohorts = await session.LoadManyAsync<Cohort>(cancellation, (person?.Batches ?? []).Select(Cohort.IdOf));
        return (new(cohorts.Min(x => x.Facts.StartsOn)), await keys.OfAsync(session, command.PersonId, cancellation));
    }

    public static Refusal? Validate(RecordBaseline command, SubjectKey key, DateTimeOffset now)
    {
        if (key.IsDestroyed) return SubjectKey.Erased;
        if (Months.Refuse(command.Month, "month", now) is { } refusal) return refusal;
        if (Months.Find(command.Month) == LocalMonth.Of(now))
            return Refusal.Invalid("month_running", "Bulan ini belum selesai. Catat bulan yang sudah lewat.",
                "This month is not over. Write down one that is.", "month");
        if (Months.Find(command.Month) < Earliest)
            return Refusal.Invalid("month_too_early", $"Paling awal {Earliest}. Periksa tahunnya.",
                $"Not before {Earliest}. Check the year.", "month");
        if (command.NetIncome is not { Amount: >= 0 })
            return Refusal.Invalid("income_invalid", "Isi pendapatan bersih dalam rupiah, paling sedikit 0.",
                "Give the net income in rupiah, at least 0.", "netIncome");
        if (command.Sources.Any(x => string.IsNullOrWhiteSpace(x.Kind) || x.Amount < Rupiah.Zero))
            return Refusal.Invalid("source_invalid", "Setiap sumber pendapatan memerlukan jenis dan jumlah.",
                "Every source of income needs a kind and an amount.", "sources");
        if (command.Sources.Any(x => SourceKinds.Find(x.Kind) is null))
            return Refusal.Invalid("unknown_source", "Pilih sumber pendapatan dari daftar.",
                $"Choose each source from the list: {string.Join(", ", SourceKinds.All.Select(x => x.Id))}.", "sources");
        if (command.Sources.Count > MostSources)
            return Refusal.Invalid("too_many_sources", $"Paling banyak {MostSources} sumber pendapatan.",
                $"At most {MostSources} sources of income.", "sources");
        var most = command.Sources.Select(x => (Rupiah?)x.Amount).Max();
        if ((LargestAmounts.Refuse(command.NetIncome, LargestAmounts.MonthlyIncome, "netIncome")
            ?? LargestAmounts.Refuse(most, LargestAmounts.MonthlyIncome, "sources")) is { } large) return large;
        if (command.Household.Count == 0)
            return Refusal.Invalid("household_required", "Isi anggota rumah tangga, termasuk peserta sendiri.",
                "List the members of the household, the participant too.", "household");
        if (command.Household.Count > MostMembers)
            return Refusal.Invalid("household_too_large", $"Paling banyak {MostMembers} anggota rumah tangga.",
                $"At most {MostMembers} members of a household.", "household");
        if (command.Household.Any(x => x.BirthYear < 1900 || x.BirthYear > LocalMonth.Of(now).Year))
            return Refusal.Invalid("birth_year_invalid", "Periksa tahun lahir anggota rumah tangga.",
                "Check the years of birth in the household.", "household");
        return null;
    }

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
        var differ = sources.Where(x => SourceKinds.Find(x.Kind)!.AddsUp).Sum(x => x.Amount) == net ? null : SourcesDiffer;
        var answer = new BaselineStands(OutOfTime(reason) ?? differ, reason);
        if (livelihood?.Of(month) is { } known && Same(known, recorded)) return (answer, [], []);
        return (answer, [recorded], [key.Keep(), MartenOps.Store(HouseholdRoster.Seal(command.PersonId, month, command.Household, master, key))]);
    }

    private const int MostSources = 20;
    private const int MostMembers = 30;

    /// <summary>Nobody remembers further back, and no training of the programme is older.</summary>
    private static readonly LocalMonth Earliest = new(2000, 1);

    private static Wording? OutOfTime(string? reason) => reason switch
    {
        null => null,
        BaselineWindow.Late => new(
            "Bulan ini tidak sebelum pelatihan, jadi disimpan tetapi tidak dihitung sebagai penghasilan sebelum pelatihan.",
            "This month is not before the training, so it is kept but does not count as income before the training."),
        _ => new(
            "Bulan ini lebih dari enam bulan sebelum pelatihan, jadi disimpan tetapi tidak dihitung sebagai penghasilan sebelum pelatihan.",
            "This month is more than six months before the training, so it is kept but does not count as income before the training."),
    };

    private static readonly Wording SourcesDiffer = new("Jumlah sumber pendapatan tidak sama dengan pendapatan bersih.",
        "The sources of income do not add up to the net income.");

    private static bool Same(BaselineRecorded a, BaselineRecorded b) =>
        SourceKinds.InItsWords(a.Sources).SequenceEqual(b.Sources)
        && a == b with { Sources = a.Sources, RecordedBy = a.RecordedBy };
}
