using CraftMarket.People.Persons;
using CraftMarket.Training.Participants;
using Marten;

namespace CraftMarket.Web.Payouts;

/// <summary>Whose bank account the operator sends money to: the person behind each artisan.</summary>
internal static class ArtisanNames
{
    public static async Task<IReadOnlyDictionary<ArtisanId, string>> Of(IQuerySession session, IKeyStore keys,
        IEnumerable<ArtisanId> artisans,
        CancellationToken cancellation)
    {
        var people = await PeopleOfArtisans.Run(session, [.. artisans.Distinct()], cancellation);
        var names = await PersonNames.Of(session, keys, [.. people.Values], cancellation);
        return people.Where(x => names.ContainsKey(x.Value)).ToDictionary(x => x.Key, x => names[x.Value]);
    }
}
