using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Catalogue;

/// <summary>What Catalogue keeps: brands, products, curation, search.</summary>
public static class CatalogueModule
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddSingleton<ShopList>().AddSingleton<ShopProduct>();
        services.AddSingleton<IReferenceData, CatalogueReferenceData>();
        return services.ConfigureMarten(options =>
        {
            options.Events.AddEventTypes([
                typeof(ProductDrafted), typeof(ProductSubmitted), typeof(ProductPublished), typeof(ProductRechecked), typeof(ProductReturned),
                typeof(ProductWithdrawn), typeof(ProductDetailsChanged), typeof(ProductPriceChanged), typeof(ProductLeadTimeChanged),
                typeof(ProductAvailabilityChanged), typeof(ProductPicturesReady), typeof(ProductMakerRenamed), typeof(ProductShareCardDrawn),
                typeof(MakerWelcomed), typeof(BrandChanged),
            ]);
            options.Projections.Snapshot<Product>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Maker>(SnapshotLifecycle.Inline);
            // Inline: what a curator approves is in the window for the very next visitor.
            options.Projections.Snapshot<ProductCard>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<ProductPage>(SnapshotLifecycle.Inline);
            options.Schema.For<Category>();
            options.Schema.For<SmokingWords>();
            options.Schema.For<VillageIdentity>();
            SearchWords.AddTo(options);
        });
    }
}
