using CraftMarket.Income.Lines;
using CraftMarket.Income.Sales;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Income;

/// <summary>What Income keeps: baselines, sales, poverty lines and what the reports are made of.</summary>
public static class IncomeModule
{
    public static IServiceCollection AddIncome(this IServiceCollection services) => services
        .AddSingleton<IReferenceData, PublishedLines>()
        .AddSingleton<IReferenceData, EarlierIncomeConsents>()
        .AddSingleton<IReferenceData, EarlierOutsideSales>()
        .AddSingleton(SealedDocument.Of<HouseholdRoster>(new SealedPart(nameof(HouseholdRoster.Members),
            nameof(HouseholdRoster.PersonId), typeof(ErasedHouseholdHandler))))
        .ConfigureMarten(options =>
        {
            options.Events.AddEventTypes([typeof(BaselineRecorded), typeof(CohortJoined), typeof(CohortFinished),
                typeof(SellingBegan),
                typeof(CohortDescribed), typeof(SaleSettled), typeof(SaleRefunded), typeof(SaleCancelled),
                typeof(OffPlatformSaleReported)]);
            options.Projections.Add(new LivelihoodFold(), ProjectionLifecycle.Inline);
            options.Projections.Add(new IncomeConsentFold(), ProjectionLifecycle.Inline);
            options.Projections.Add(new ProgrammeReaders(), ProjectionLifecycle.Inline);
            options.Projections.Snapshot<OffPlatformSale>(SnapshotLifecycle.Inline);
            options.Projections.Add(new ArtisanMonthFold(), ProjectionLifecycle.Async);
            options.Schema.For<ArtisanMonth>().Index(x => x.ArtisanId);
            options.Schema.For<OffPlatformSale>().Index(x => x.ArtisanId);
            options.Schema.For<HouseholdRoster>().Index(x => x.PersonId);
            options.Schema.For<ReportedBatch>();
            options.Schema.For<ReportedSeat>().Index(x => x.PersonId);
            options.Schema.For<ReportedSeller>();
            options.RegisterValueType(typeof(BatchId));
            options.Schema.For<PovertyLine>();
            options.RegisterValueType(typeof(ArtisanId));
            options.RegisterValueType(typeof(PersonId));
        });
}
