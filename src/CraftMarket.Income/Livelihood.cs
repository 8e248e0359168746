using JasperFx.Events;
using Marten.Events.Aggregation;

namespace CraftMarket.Income;

/// <summary>What somebody lived on before the training was written down. Who lives in the household is sealed
/// elsewhere.</summary>
/// <param name="HouseholdSize">Everybody in the household, the participant too: what the poverty line is divided by.</param>
/// <param name="Earners">How many of them earn.</param>
/// <param name="RecordedBy">Account of the companion or official.</param>
public sealed record BaselineRecorded(PersonId PersonId, RegionCode Village, LocalMonth Month, Rupiah NetIncome,
    IReadOnlyList<IncomeSource> Sources, int HouseholdSize, int Earners, string RecordedBy);

/// <summary>A part of the income and where it comes from.</summary>
/// <param name="Kind">One of <see cref="SourceKinds"/>; older events have the companion's own words.</param>
public sealed record IncomeSource(string Kind, Rupiah Amount);

/// <summary>What one person told of how they made a living before a training.</summary>
/// <param name="Baseline">The last answer.</param>
public sealed record Livelihood(Guid Id, PersonId PersonId, BaselineRecorded? Baseline)
{
    /// <summary>The person's own id is another room's stream.</summary>
    public static Guid IdOf(PersonId person) => StreamId.For("livelihood", person.Value.ToString());

    /// <summary>Every answer about income before a training, one for a month; the last one told is <see
    /// cref="Baseline"/>.</summary>
    public IReadOnlyList<BaselineRecorded> Baselines { get; init; } = [];

    /// <summary>What was told of each month; older streams kept the last answer alone.</summary>
    private IReadOnlyList<BaselineRecorded> Told => Baselines.Count == 0 && Baseline is { } only ? [only] : Baselines;

    /// <summary>What was told of that month.</summary>
    public BaselineRecorded? Of(LocalMonth month) => Told.FirstOrDefault(x => x.Month == month);

    /// <summary>The income before a training that began on that day: the mean of what was told in time; null when nothing
    /// was.</summary>
    public IncomeBefore? NetBefore(DateOnly firstDay)
    {
        var inTime = Told.Where(x => BaselineWindow.Holds(x.Month, firstDay)).ToArray();
        return inTime.Length == 0 ? null : new(inTime.Average(x => (decimal)x.NetIncome.Amount), inTime.Max(x => x.Month));
    }

    public static Livelihood Of(PersonId person) => new(IdOf(person), person, null);

    internal Livelihood After(BaselineRecorded e) => this with
    {
        Baseline = e,
        Baselines = [.. Told.Where(x => x.Month != e.Month), e],
    };
}

/// <summary>Folds a livelihood.</summary>
public sealed partial class LivelihoodFold : SingleStreamProjection<Livelihood, Guid>
{
    public LivelihoodFold()
    {
        Name = "Livelihood";
        // Named, or every other room's writers would look here for a livelihood of their stream first.
        IncludeType<BaselineRecorded>();
    }

    public override Livelihood? Evolve(Livelihood? snapshot, Guid id, IEvent e) => e.Data switch
    {
        BaselineRecorded x => (snapshot ?? new(id, x.PersonId, null)).After(x),
        _ => snapshot,
    };
}
