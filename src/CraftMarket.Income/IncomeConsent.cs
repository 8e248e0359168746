using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Marten.Events;
using Marten.Events.Aggregation;

namespace CraftMarket.Income;

/// <summary>Whether somebody agrees to be counted in the income reports, as they said last. Who was never asked has
/// none.</summary>
public sealed record IncomeConsent(Guid Id, PersonId PersonId, bool Given)
{
    internal static IncomeConsent? After(IncomeConsent? known, IEvent e) => e.Data switch
    {
        ConsentGiven { Purpose: ConsentPurpose.Income } x => new(e.StreamId, x.PersonId, true),
        ConsentWithdrawn { Purpose: ConsentPurpose.Income } x => new(e.StreamId, x.PersonId, false),
        _ => known,
    };
}

/// <summary>Reads the answers from where People writes them, in the same transaction: the next report obeys.</summary>
public sealed partial class IncomeConsentFold : SingleStreamProjection<IncomeConsent, Guid>
{
    public IncomeConsentFold()
    {
        Name = "IncomeConsent";
        IncludeType<ConsentGiven>();
        IncludeType<ConsentWithdrawn>();
    }

    public override IncomeConsent? Evolve(IncomeConsent? snapshot, Guid id, IEvent e) => IncomeConsent.After(snapshot, e);
}

/// <summary>Reads, once, what people answered before the reports asked for it: a projection that is new here knows nothing of
/// older events by itself.</summary>
public sealed class EarlierIncomeConsents(IDocumentStore store) : IReferenceData
{
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        if (await session.Query<IncomeConsent>().AnyAsync(cancellation)) return;
        var answers = await session.Events.QueryAllRawEvents()
            .Where(x => x.EventTypesAre(typeof(ConsentGiven), typeof(ConsentWithdrawn))).OrderBy(x => x.Sequence)
                .ToListAsync(cancellation);
        session.Store(answers.GroupBy(x => x.StreamId).Select(x => x.Aggregate((IncomeConsent?)null, IncomeConsent.After))
            .OfType<IncomeConsent>().ToArray());
        await session.SaveChangesAsync(cancellation);
    }
}
