using CraftMarket.Income.Disclosure;
using CraftMarket.Income.Sales;

namespace CraftMarket.Income.Reports;

/// <summary>A number of the report that is made of the months of people who sold, and by which name it is hidden.</summary>
/// <param name="Has">Whether such a month contributes to it.</param>
/// <param name="Share">How much of it the month is; 1 where amounts are not added up.</param>
public sealed record SalesFigure(string Name, Func<ArtisanMonth, bool> Has, Func<ArtisanMonth, decimal> Share)
{
    public static readonly SalesFigure Marketplace = Sum("marketplace", x => x.Marketplace,
        x => x.Goods > Rupiah.Zero || x.Shipping > Rupiah.Zero || x.Refunds > Rupiah.Zero);
    public static readonly SalesFigure Said = Sum("offPlatform.said", x => x.Said);
    public static readonly SalesFigure Seen = Sum("offPlatform.seen", x => x.Seen);
    public static readonly SalesFigure Receipt = Sum("offPlatform.receipt", x => x.Receipt);
    public static readonly SalesFigure MaterialCost = Sum("materialCost", x => x.MaterialCost);
    public static readonly SalesFigure CostUnknown = new("costUnknown", x => x.CostUnknown > 0, x => x.CostUnknown);
    public static readonly SalesFigure NetNow = new("medianNetNow", x => x.Sales > 0 || x.Refunds > Rupiah.Zero, _ => 1);

    public static readonly IReadOnlyList<SalesFigure> All = [Marketplace, Said, Seen, Receipt, MaterialCost, CostUnknown, NetNow];

    /// <summary>For which groups it may be told over all these months. Each month passes the gate by itself, so two reports that
    /// differ by a month tell no
    /// more about that month than the gate let pass.</summary>
    internal IReadOnlySet<GroupKey> Told(IReadOnlyList<ReportGroup> groups)
    {
        var sold = groups.ToDictionary(x => x.Key, x => Months(x).ToLookup(y => y.Month.Month, y => (y.Person, y.Share)));
        var passed = sold.Values.SelectMany(x => x.Select(y => y.Key)).Distinct().ToDictionary(month => month, month =>
            Gate.Pass(groups.Select(x =>
                new Cell<GroupKey>(x.Key, sold[x.Key][month].ToDictionary(y => y.Person, y => y.Share)))));
        return groups.Select(x => x.Key).Where(x => sold[x].Count > 0 && sold[x].All(y => passed[y.Key].Contains(x))).ToHashSet();
    }

    private IEnumerable<(PersonId Person, ArtisanMonth Month, decimal Share)> Months(ReportGroup group) => group.Members
        .SelectMany(x => x.Months.Where(Has).Select(y => (x.Person.PersonId, y, Share(y))));

    private static SalesFigure Sum(string name, Func<ArtisanMonth, Rupiah> amount, Func<ArtisanMonth, bool>? has = null) =>
        new(name, has ?? (x => amount(x) != Rupiah.Zero), x => amount(x).Amount);
}
