using CraftMarket.Kernel.Facts;
using Marten;
using Marten.Events.Projections;

namespace CraftMarket.Catalogue;

/// <summary>A part that a buyer has in hand and may review.</summary>
/// <param name="Id">The part's own.</param>
/// <param name="Regency">Where it went; all that is ever said of who wrote the review.</param>
/// <param name="GivenBack">All its money went back: it can be reviewed no more, and what was written counts and shows no
/// more.</param>
public sealed record ReviewablePart(Guid Id, SellerOrderId SellerOrderId, ArtisanId ArtisanId, IReadOnlyList<ProductId> Products,
    RegionCode? Regency, DateOnly DeliveredOn, bool GivenBack = false)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_reviewablepart";

    /// <summary>SQL: whether the review <c>r</c> still counts and shows.</summary>
    internal const string Stands = $"not exists (select from {Table} as p where p.id = (r.data ->> 'SellerOrderId')::uuid "
        + "and p.data -> 'GivenBack' = 'true')";
}

/// <summary>Reads from Ordering's streams what can be reviewed. Inline: the buyer's next page offers it.</summary>
public sealed partial class ReviewableParts : EventProjection
{
    public ReviewableParts()
    {
        Name = "ReviewableParts";
        Options.DeleteViewTypeOnTeardown<ReviewablePart>();
    }

    public void Project(PartDelivered e, IDocumentOperations operations)
    {
        if (e.IsSale)
            operations.Store(new ReviewablePart(e.SellerOrderId.Value, e.SellerOrderId, e.ArtisanId, e.Products,
                e.Regency, e.On));
    }

    public void Project(PartGivenBack e, IDocumentOperations operations) => operations.Store(new ReviewablePart(
        e.SellerOrderId.Value, e.SellerOrderId, e.ArtisanId, e.Products, null, e.DeliveredOn, GivenBack: true));
}
