using JasperFx.Events;

namespace CraftMarket.Catalogue;

/// <summary>What an artisan says of a product; the curator looks at it.</summary>
/// <param name="Flagged">A word about smoking stands in it that may be harmless; the curator decides.</param>
public sealed record ProductDetails(string Name, string Description, string Category, IReadOnlyList<string> Materials, int WeightGrams,
    IReadOnlyList<PhotoId> PhotoIds, bool Flagged);

/// <summary>An artisan's product on its way from draft through curation to the shop window.</summary>
/// <param name="Available">Free pieces as Ordering last told; null when made to order.</param>
/// <param name="Pictures">The usable photos in the artisan's order.</param>
/// <param name="Recheck">On sale, but changed since a curator last saw it.</param>
/// <param name="Edition">Counts what artisan and curator did (Marten would take a member named Version for the stream's). Sales, pictures and the brand's name do not move it, so they never make an edit stale.</param>
public sealed record Product(ProductId Id, ArtisanId ArtisanId, string Slug, ProductDetails Details, Rupiah Price, int? LeadTimeDays,
    int? Available, long StockRevision, IReadOnlyList<Picture> Pictures, ProductStatus Status, bool Recheck, string? ReturnReason,
    DateTimeOffset? WaitingSince, RegionCode? Village, string MakerName, string? ShareCard, int Edition)
{
    public static Product Create(IEvent<ProductDrafted> e) => new(ProductId.From(e.StreamId), e.Data.ArtisanId, e.Data.Slug,
        e.Data.Details, e.Data.Price, e.Data.LeadTimeDays, e.Data.Stock, 0, [], ProductStatus.Draft, false, null, null, null,
        e.Data.MakerName, null, 1);

    public Product Apply(ProductSubmitted e) => Next() with { Status = ProductStatus.Submitted, WaitingSince = e.At, ReturnReason = null };

    public Product Apply(ProductPublished e) => Next() with
    {
        Status = ProductStatus.Published,
        Recheck = false,
        WaitingSince = null,
        Village = e.Village,
        MakerName = e.MakerName,
    };

    public Product Apply(ProductRechecked e) => Next() with { Recheck = false, WaitingSince = null };

    public Product Apply(ProductReturned e) => Next() with
    {
        Status = ProductStatus.Returned,
        Recheck = false,
        WaitingSince = null,
        ReturnReason = e.Reason,
    };

    public Product Apply(ProductWithdrawn e) => Next() with { Status = ProductStatus.Withdrawn, Recheck = false, WaitingSince = null };

    public Product Apply(ProductDetailsChanged e) => Next() with
    {
        Details = e.Details,
        Recheck = Status == ProductStatus.Published,
        WaitingSince = Status == ProductStatus.Published ? WaitingSince ?? e.At : WaitingSince,
    };

    public Product Apply(ProductPriceChanged e) => Next() with { Price = e.Price };

    public Product Apply(ProductLeadTimeChanged e) => Next() with { LeadTimeDays = e.Days };

    public Product Apply(ProductAvailabilityChanged e) => this with { Available = e.Available, StockRevision = e.StockRevision };

    public Product Apply(ProductPicturesReady e) => this with { Pictures = e.Pictures };

    public Product Apply(ProductMakerRenamed e) => this with { MakerName = e.MakerName };

    public Product Apply(ProductShareCardDrawn e) => this with { ShareCard = e.Url };

    public bool AwaitsCurator => Status == ProductStatus.Submitted || Recheck;

    private Product Next() => this with { Edition = Edition + 1 };
}
