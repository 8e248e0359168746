using Marten;

namespace CraftMarket.Income;

/// <summary>What of a baseline is possible and yet looks like a slip: whoever writes it down is asked before it counts.</summary>
public static class BaselineDoubts
{
    /// <summary>Empty when nothing looks odd, or when it could not be written down at all.</summary>
    public static async Task<IReadOnlyList<Wording>> Of(RecordBaseline command, IQuerySession session, DateTimeOffset now,
        CancellationToken cancellation) =>
        BaselineRules.Check(command, now) is not null ? []
            : In(command, await session.LoadAsync<Livelihood>(Livelihood.IdOf(command.PersonId), cancellation));

    internal static IReadOnlyList<Wording> In(RecordBaseline command, Livelihood? known) => [.. new[] { Sum(command),
        Size(command, known) }.OfType<Wording>()];

    private static Wording? Sum(RecordBaseline command)
    {
        var sum = SumOf(command.Sources);
        return sum == command.NetIncome ? null
            : new($"Jumlah sumber penghasilan {sum}, tetapi penghasilan bersih {command.NetIncome}.",
            $"The sources of income add up to {sum}, but the net income is {command.NetIncome}.");
    }

    /// <summary>Compared with what was told of another month; a correction of the same month is meant.</summary>
    private static Wording? Size(RecordBaseline command, Livelihood? known)
    {
        if (known?.Baseline is not { } before || before.Month == Months.Find(command.Month)
            || before.HouseholdSize == command.Household.Count) return null;
        return new($"Anggota rumah tangga sekarang {command.Household.Count} orang, padahal dulu dicatat "
            + $"{before.HouseholdSize} orang.",
            $"The household has {command.Household.Count} members now, but {before.HouseholdSize} were written down before.");
    }

    /// <summary>Aid and what was eaten at home are written down but not added up.</summary>
    internal static Rupiah SumOf(IReadOnlyList<IncomeSource> sources) =>
        SourceKinds.InItsWords(sources).Where(x => SourceKinds.Find(x.Kind)?.AddsUp == true).Sum(x => x.Amount);
}
