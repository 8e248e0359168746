namespace CraftMarket.Income;

/// <summary>What a baseline must say before it is written down; all that is wrong is told at once.</summary>
internal static class BaselineRules
{
    private const int MostSources = 20, MostMembers = 30;

    /// <summary>Nobody remembers further back, and no training of the programme is older.</summary>
    private static readonly LocalMonth Earliest = new(2000, 1);

    public static Refusal? Check(RecordBaseline command, DateTimeOffset now) =>
        Refusals.Of(Month(command, now), NetIncome(command), Sources(command), Household(command, now));

    private static Refusal? Month(RecordBaseline command, DateTimeOffset now)
    {
        if (Months.Refuse(command.Month, "month", now) is { } refusal) return refusal;
        if (Months.Find(command.Month) == LocalMonth.Of(now))
            return Refusal.Invalid("month_running", "Bulan ini belum selesai. Catat bulan yang sudah lewat.",
                "This month is not over. Write down one that is.", "month");
        return Months.Find(command.Month) < Earliest
            ? Refusal.Invalid("month_too_early", $"Paling awal {Earliest}. Periksa tahunnya.",
                $"Not before {Earliest}. Check the year.", "month")
            : null;
    }

    private static Refusal? NetIncome(RecordBaseline command) => command.NetIncome is not { Amount: >= 0 }
        ? Refusal.Invalid("income_invalid", "Isi penghasilan bersih dalam rupiah, paling sedikit 0.",
            "Give the net income in rupiah, at least 0.", "netIncome")
        : LargestAmounts.Refuse(command.NetIncome, LargestAmounts.MonthlyIncome, "netIncome");

    private static Refusal? Sources(RecordBaseline command)
    {
        if (command.Sources.Any(x => string.IsNullOrWhiteSpace(x.Kind) || x.Amount < Rupiah.Zero))
            return Refusal.Invalid("source_invalid", "Setiap sumber penghasilan memerlukan jenis dan jumlah.",
                "Every source of income needs a kind and an amount.", "sources");
        if (command.Sources.Any(x => SourceKinds.Find(x.Kind) is null))
            return Refusal.Invalid("unknown_source", "Pilih sumber penghasilan dari daftar.",
                $"Choose each source from the list: {string.Join(", ", SourceKinds.All.Select(x => x.Id))}.", "sources");
        if (command.Sources.Count > MostSources)
            return Refusal.Invalid("too_many_sources", $"Paling banyak {MostSources} sumber penghasilan.",
                $"At most {MostSources} sources of income.", "sources");
        return LargestAmounts.Refuse(command.Sources.Select(x => (Rupiah?)x.Amount).Max(), LargestAmounts.MonthlyIncome,
            "sources");
    }

    private static Refusal? Household(RecordBaseline command, DateTimeOffset now)
    {
        if (command.Household.Count == 0)
            return Refusal.Invalid("household_required", "Isi anggota rumah tangga, termasuk peserta sendiri.",
                "List the members of the household, the participant too.", "household");
        if (command.Household.Count > MostMembers)
            return Refusal.Invalid("household_too_large", $"Paling banyak {MostMembers} anggota rumah tangga.",
                $"At most {MostMembers} members of a household.", "household");
        return command.Household.Any(x => x.BirthYear < 1900 || x.BirthYear > LocalMonth.Of(now).Year)
            ? Refusal.Invalid("birth_year_invalid", "Periksa tahun lahir anggota rumah tangga.",
                "Check the years of birth in the household.", "household")
            : null;
    }
}
