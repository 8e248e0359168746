using CraftMarket.Income.Disclosure;
using CraftMarket.Income.Lines;
using CraftMarket.Income.Sales;

namespace CraftMarket.Income.Reports;

/// <summary>Somebody of a group who agreed to be counted.</summary>
/// <param name="Months">What they sold in the months of the report.</param>
/// <param name="Before">All income in a month before the group's training; null when nobody asked in time.</param>
public sealed record GroupMember(ProgrammePerson Person, IReadOnlyList<ArtisanMonth> Months, IncomeBefore? Before);

/// <summary>The months that a report covers, both counted.</summary>
public sealed record Period(LocalMonth From, LocalMonth To)
{
    public int Months => From.Through(To);
}

/// <summary>Turns the groups of all groupings into figures, and tells those that the gate lets pass. Pure: the same people give
/// the same figures for ever.</summary>
internal sealed class IncomeFigures
{
    private const string NetBefore = "medianNetBefore";

    private readonly Dictionary<string, IReadOnlySet<GroupKey>> _told;
    private readonly Period _period;
    private readonly IReadOnlyList<PovertyLine> _lines;

    public IncomeFigures(IReadOnlyList<ReportGroup> groups, Period period, IReadOnlyList<PovertyLine> lines)
    {
        (_period, _lines) = (period, lines);
        // Nobody in a group under five is told of, and so no cell of it stands in another's way.
        ReportGroup[] large = [.. groups.Where(x => x.Members.Count >= Gate.FewestPeople)];
        _told = SalesFigure.All.ToDictionary(x => x.Name, x => x.Told(large));
        _told[NetBefore] = Gate.Pass(large.Select(x => new Cell<GroupKey>(x.Key,
            x.Members.Where(y => y.Before is not null).ToDictionary(y => y.Person.PersonId, _ => 1m))));
    }

    public GroupIncome Of(ReportGroup group) =>
        new(new(group.Key.Id, group.Name), group.Members.Count < Gate.FewestPeople ? null : FiguresOf(group));

    private GroupFigures FiguresOf(ReportGroup group)
    {
        var before = group.Members.Where(x => x.Before is not null).ToArray();
        var now = group.Members.Where(x => x.Person.ArtisanId is not null).ToArray();
        var both = before.Count(x => x.Person.ArtisanId is not null);
        PovertyLine[] used = [.. before.Select(x => LineOf(x, x.Before!.Month)).OfType<PovertyLine>().GroupBy(x => x)
            .OrderByDescending(x => x.Count()).ThenBy(x => x.Key.Id, StringComparer.Ordinal).Select(x => x.Key)];
        return new(group.Seats, before.Length, now.Length, both, group.Members.Count - both, Amount(SalesFigure.Marketplace),
            new(Amount(SalesFigure.Said), Amount(SalesFigure.Seen), Amount(SalesFigure.Receipt)),
            Amount(SalesFigure.MaterialCost), (int?)Sum(SalesFigure.CostUnknown), Middle(NetBefore, before, x => x.Before!.Net),
            Middle(SalesFigure.NetNow.Name, now, x => x.Months.Sum(y => (decimal)y.Net.Amount) / _period.Months),
            used.FirstOrDefault() ?? LineOf(group.Members[0], _period.To), used, _lines.Lowest(_period.To),
            [.. SalesFigure.All.Select(x => x.Name).Append(NetBefore).Where(x => !Tells(x))]);

        bool Tells(string figure) => _told[figure].Contains(group.Key);
        Rupiah? Middle(string figure, IEnumerable<GroupMember> members, Func<GroupMember, decimal> amount) =>
            Tells(figure) ? Median.Rounded([.. members.Select(amount)]) : null;
        decimal? Sum(SalesFigure figure) =>
            Tells(figure.Name) ? group.Members.SelectMany(x => x.Months).Where(figure.Has).Sum(figure.Share) : null;
        Rupiah? Amount(SalesFigure figure) => Sum(figure) is { } amount ? new((long)amount) : null;
    }

    private PovertyLine? LineOf(GroupMember member, LocalMonth month) =>
        _lines.Official(member.Person.Village, month);
}
