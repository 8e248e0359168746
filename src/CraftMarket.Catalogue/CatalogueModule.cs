using CraftMarket.Kernel.Facts;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Catalogue;

/// <summary>What Catalogue keeps: brands, products, curation, search.</summary>
public static class CatalogueModule
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddSingleton<StorefrontIndex>().AddSingleton<ShopList>().AddSingleton<ShopProduct>()
            .AddSingleton<StorefrontProducts>();
        services.AddSingleton<ReadExposure>().AddSingleton<ViewCounter>()
            .AddHostedService(x => x.GetRequiredService<ViewCounter>());
        services.AddSingleton<VillageList>().AddSingleton<RegionsLearned>();
        services.AddSingleton<IReferenceData, CatalogueReferenceData>();
        services.AddSingleton<IReferenceData, EarlierCatalogueFacts>();
        services.AddSingleton(SealedDocument.Of<ReviewWords>(
            new SealedPart(nameof(ReviewWords.Words), nameof(ReviewWords.Id), typeof(ErasedReviewsHandler)),
            new SealedPart(nameof(ReviewWords.Answer), nameof(ReviewWords.ArtisanId), typeof(ErasedAnswersHandler))));
        services.AddSingleton(SealedDocument.Of<OverrideReason>(new SealedPart(nameof(OverrideReason.Text),
            nameof(OverrideReason.ArtisanId), typeof(CloseShopHandler))));
        return services.ConfigureMarten(options =>
        {
            options.Events.AddEventTypes([
                typeof(ProductDrafted), typeof(ProductSubmitted), typeof(ProductPublished), typeof(ProductRechecked),
                typeof(ProductReturned),
                typeof(ProductWithdrawn), typeof(ProductDetailsChanged), typeof(ProductPriceChanged),
                typeof(ProductLeadTimeChanged), typeof(ProductSoldFromStock),
                typeof(ProductAvailabilityChanged), typeof(ProductPicturesReady), typeof(ProductMakerRenamed),
                typeof(ProductShareCardDrawn),
                typeof(MakerWelcomed), typeof(BrandChanged), typeof(SynonymsChanged), typeof(ShopAddressGiven),
                typeof(ShopClosed), typeof(ProductSampled), typeof(MakerTrusted),
                typeof(ShopPaused), typeof(ShopReopened), typeof(ProductPaused), typeof(ProductResumed),
                typeof(MakerTrustEnded), typeof(ReviewInvited), typeof(ReviewWritten), typeof(ReviewAnswered),
                typeof(ReviewHidden), typeof(ReviewShown), typeof(ReviewVoided),
                typeof(VillageOpened), typeof(VillageIdentityWritten), typeof(VillageMarkDesigned), typeof(VillageLogoReady),
                typeof(VillageMarkRulesIssued),
                typeof(VillageGalleryArranged), typeof(VillageStageReached), typeof(VillageStageCorrected),
                typeof(VillagePilotChanged), typeof(VillagePlaced), typeof(VillageHoursChanged), typeof(VillageContactChanged),
                typeof(MarkAskedFor), typeof(MarkGiven), typeof(MarkRefused), typeof(MarkWithdrawn), typeof(RegionsImported),
                typeof(GroupFounded), typeof(GroupAddressGiven), typeof(GroupMemberInvited), typeof(GroupInvitationDeclined),
                typeof(GroupMemberJoined), typeof(GroupMemberLeft), typeof(GroupMemberRemoved), typeof(GroupBrandChanged),
                typeof(ProductPutUnderGroup), typeof(ProductGroupRenamed), typeof(ProductTakenFromGroup),
                typeof(ProductOffered), typeof(BrandShown), typeof(GroupBrandShown),
            ]);
            options.Projections.Snapshot<Product>(SnapshotLifecycle.Inline);
            // A few among all: those alone are in the index.
            options.Schema.For<Product>().Index(x => x.WaitingSince!, x => x.Predicate = "(data ->> 'WaitingSince') is not null");
            options.Projections.Snapshot<Maker>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Village>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Gazetteer>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<MarkUse>(SnapshotLifecycle.Inline);
            // Inline: what a curator approves is in the storefront for the very next visitor.
            options.Projections.Snapshot<ProductCard>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<ProductPage>(SnapshotLifecycle.Inline);
            options.Schema.For<ShopAddress>();
            options.Projections.Snapshot<MakerGroup>(SnapshotLifecycle.Inline);
            options.Schema.For<GroupMembership>();
            options.Schema.For<GroupAddress>();
            options.Schema.For<GroupCode>().Index(x => x.Code);
            options.Schema.For<ShopPictures>();
            options.Projections.Snapshot<CurationRecord>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<PartReview>(SnapshotLifecycle.Inline);
            options.Schema.For<ReviewWords>();
            options.Schema.For<OverrideReason>().Index(x => x.At);
            options.Schema.For<MakerPerson>();
            options.Schema.For<MakerTraining>();
            options.Schema.For<TrainingTitle>();
            options.Schema.For<TrainingConsent>();
            options.Schema.For<ShopConsent>();
            options.Projections.Add(new MakerTrainings(), ProjectionLifecycle.Inline);
            options.Projections.Add(new ReviewableParts(), ProjectionLifecycle.Inline);
            options.Projections.Add(new MakerSales(), ProjectionLifecycle.Async);
            options.Schema.For<ReviewablePart>();
            options.RegisterValueType(typeof(PersonId));
            options.Schema.For<ReasonTemplate>();
            options.Schema.For<CurationRules>();
            options.Schema.For<ProvenanceWord>();
            options.RegisterValueType<ArtisanId>();
            options.Schema.For<ProductDraft>().Index(x => x.ArtisanId);
            options.Schema.For<Category>();
            options.Schema.For<GoodsClass>();
            options.Schema.For<SmokingWords>();
            options.Schema.For<RolloutStage>();
            options.Schema.For<VillageContact>();
            options.Projections.Snapshot<Synonyms>(SnapshotLifecycle.Inline);
            options.Storage.Add(new IndexChangeLog(options));
            options.Schema.For<MakerSale>();
            options.Projections.Add(new ArticleSupplyFold(), ProjectionLifecycle.Async);
            options.Storage.ExtendedSchemaObjects.Add(ViewCounter.Table());
        });
    }
}
