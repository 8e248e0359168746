using CraftMarket.Income.Sales;
using CraftMarket.Kernel.Facts;

namespace CraftMarket.Income.Reports;

/// <summary>By what the report puts people together.</summary>
public enum IncomeGrouping { Batch, Village, Skill, Mode, Programme }

/// <summary>A group's id and what to call it.</summary>
public sealed record GroupName(string Id, Wording Name);

/// <summary>Which group it is, among those of all groupings; without a grouping it is everybody.</summary>
internal sealed record GroupKey(IncomeGrouping? Grouping, string Id);

/// <summary>People who are reported on together: those who agreed, with their months, and how many did not.</summary>
internal sealed record ReportGroup(GroupKey Key, Wording Name, IReadOnlyList<GroupMember> Members, Seats Seats);

/// <summary>Everybody with a seat in a group, by their consent to be in the income report.</summary>
/// <param name="Agreed">In the figures.</param>
/// <param name="NotAgreed">Said no, or took the consent back: in no figure but this count.</param>
/// <param name="NotAsked">Nobody asked yet: in no figure but this count either.</param>
public sealed record Seats(int Agreed, int NotAgreed, int NotAsked);

/// <summary>Somebody with a seat.</summary>
/// <param name="Agrees">To be counted; null when nobody asked.</param>
/// <param name="Months">What they sold in the months of the report.</param>
internal sealed record Seated(ProgrammePerson Person, bool? Agrees, IReadOnlyList<ArtisanMonth> Months)
{
    /// <summary>The person as a member of a group whose training began on that day.</summary>
    public GroupMember In(DateOnly firstDay) => new(Person, Months, Person.NetBefore(firstDay));
}

/// <summary>Puts people into the groups of all groupings at once, because the gate has to see them together.</summary>
internal static class ReportGroups
{
    /// <summary>Where two tables cannot both be told, the earlier kind is; everybody together comes third.</summary>
    private static readonly IncomeGrouping?[] Importance =
        [IncomeGrouping.Batch, IncomeGrouping.Programme, null, IncomeGrouping.Mode, IncomeGrouping.Skill, IncomeGrouping.Village];

    private sealed record Place(GroupKey Key, Wording Name, DateOnly FirstDay);

    public static IReadOnlyList<ReportGroup> Of(IEnumerable<Seated> seated,
        IReadOnlyDictionary<BatchId, BatchOpened> batches) =>
        [.. seated.SelectMany(x => PlacesOf(x.Person, batches).Select(place => (Place: place, Who: x)))
            .GroupBy(x => x.Place.Key)
            .OrderBy(x => Array.IndexOf(Importance, x.Key.Grouping)).ThenBy(x => x.Key.Id, StringComparer.Ordinal)
            .Select(x => new ReportGroup(x.Key, x.First().Place.Name,
                [.. x.Where(y => y.Who.Agrees == true).Select(y => y.Who.In(y.Place.FirstDay))],
                new(x.Count(y => y.Who.Agrees == true), x.Count(y => y.Who.Agrees == false),
                    x.Count(y => y.Who.Agrees is null))))];

    /// <summary>Every group the person is in, once each, with the first day of their first batch there.</summary>
    private static IEnumerable<Place> PlacesOf(ProgrammePerson person, IReadOnlyDictionary<BatchId, BatchOpened> batches)
    {
        var own = person.Batches.Where(batches.ContainsKey).Select(x => batches[x]).ToArray();
        yield return In(null, "all", new("Semua", "All"), own);
        yield return In(IncomeGrouping.Village, person.Village.Value, Same(Regions.NameOf(person.Village)), own);
        foreach (var batch in own) yield return In(IncomeGrouping.Batch, $"{batch.BatchId.Value}", Same(batch.Name), [batch]);
        foreach (var group in own.GroupBy(x => x.ProgrammeId))
            yield return In(IncomeGrouping.Programme, $"{group.Key.Value}", Same(group.First().ProgrammeName), group);
        foreach (var group in own.GroupBy(x => x.Skill)) yield return In(IncomeGrouping.Skill, group.Key, Same(group.Key), group);
        foreach (var group in own.GroupBy(x => x.Mode))
            yield return In(IncomeGrouping.Mode, group.Key, group.Key == "inClass" ? InClass : OnTheSpot, group);
    }

    private static readonly Wording InClass = new("Di kelas", "In class"), OnTheSpot = new("Di tempat peserta", "On the spot");

    private static Place In(IncomeGrouping? grouping, string id, Wording name, IEnumerable<BatchOpened> batches) =>
        new(new(grouping, id), name, batches.Min(x => x.StartsOn));

    private static Wording Same(string name) => new(name, name);
}
