namespace CraftMarket.Income.Reports;

/// <summary>Somebody of the programme as the reports see them.</summary>
/// <param name="Village">Home when the last seat was given.</param>
/// <param name="ArtisanId">As whom they sell; null while they do not.</param>
/// <param name="Told">What they lived on before; null when nobody asked.</param>
public sealed record ProgrammePerson(PersonId PersonId, RegionCode Village, ArtisanId? ArtisanId, IReadOnlyList<BatchId> Batches,
    Livelihood? Told)
{
    /// <summary>The income before a training that began on that day; null when nothing was told in time.</summary>
    public IncomeBefore? NetBefore(DateOnly firstDay) => Told?.NetBefore(firstDay);

    /// <summary>Everybody who has a seat in one of the batches.</summary>
    public static IReadOnlyList<ProgrammePerson> Of(IEnumerable<ReportedSeat> seats, IEnumerable<ReportedBatch> batches,
        IEnumerable<ReportedSeller> sellers, IEnumerable<Livelihood> told)
    {
        var began = batches.ToDictionary(x => x.Id, x => x.Facts.StartsOn);
        var artisans = sellers.ToLookup(x => x.PersonId, x => x.Id);
        var livelihoods = told.ToDictionary(x => x.PersonId);
        return [.. from seat in seats
            where began.ContainsKey(seat.BatchId)
            group seat by seat.PersonId into own
            let inOrder = own.OrderBy(x => began[x.BatchId]).ThenBy(x => x.BatchId.Value).ToArray()
            select new ProgrammePerson(own.Key, inOrder[^1].Village,
                artisans[own.Key].Select(x => (ArtisanId?)x).FirstOrDefault(), [.. inOrder.Select(x => x.BatchId)],
                livelihoods.GetValueOrDefault(own.Key))];
    }
}
