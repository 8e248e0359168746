using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>How long curation may take and whom it trusts. Data: an office changes the figures, not the program.</summary>
/// <param name="OverdueDays">A product that waits longer is overdue.</param>
/// <param name="ApprovedInARow">After so many approvals of a maker in a row without a return the next is approved at once; 0 is
/// never.</param>
/// <param name="NamedMakers">Whether makers whom a curator named are approved at once.</param>
/// <param name="PriceCeiling">Goods above this price are always seen.</param>
/// <param name="SampleOneIn">Of so many approvals by the rule one is looked at later; 0 is none.</param>
public sealed record CurationRules(string Id, int OverdueDays, int ApprovedInARow, bool NamedMakers, Rupiah PriceCeiling,
    int SampleOneIn)
{
    public const string Current = "curation";

    public static readonly CurationRules Initial = new(Current, 3, 10, true, new(500_000), 5);

    public bool IsOverdue(DateTimeOffset since, DateTimeOffset now) => since < OverdueBefore(now);

    /// <summary>What has waited since an earlier moment is overdue now.</summary>
    public DateTimeOffset OverdueBefore(DateTimeOffset now) => now - TimeSpan.FromDays(OverdueDays);

    public static async Task<CurationRules> Load(IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<CurationRules>(Current, cancellation) ?? Initial;
}

/// <summary>Sets the figures of curation.</summary>
public sealed record ChangeCurationRules(int OverdueDays, int ApprovedInARow, bool NamedMakers, Rupiah PriceCeiling,
    int SampleOneIn) : Confidential;

public static class ChangeCurationRulesHandler
{
    public static Refusal? Validate(ChangeCurationRules command)
    {
        if (command.OverdueDays is < 1 or > 60) return OutOfRange("overdueDays", "1 sampai 60 hari", "1 to 60 days");
        if (command.ApprovedInARow is < 0 or > 1_000) return OutOfRange("approvedInARow", "0 sampai 1.000", "0 to 1,000");
        if (command.PriceCeiling.Amount is < 0 or > 1_000_000_000)
            return OutOfRange("priceCeiling", "Rp0 sampai Rp1.000.000.000", "Rp0 to Rp1.000.000.000");
        return command.SampleOneIn is >= 0 and <= 1_000 ? null : OutOfRange("sampleOneIn", "0 sampai 1.000", "0 to 1,000");
    }

    public static (Answer, IMartenOp) Handle(ChangeCurationRules command) => (Done.Instance, MartenOps.Store(new CurationRules(
        CurationRules.Current, command.OverdueDays, command.ApprovedInARow, command.NamedMakers, command.PriceCeiling,
        command.SampleOneIn)));

    private static Refusal OutOfRange(string field, string indonesian, string english) =>
        Refusal.Invalid("out_of_range", $"Isi angka {indonesian}.", $"Enter {english}.", field);
}
