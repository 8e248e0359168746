using Marten;

namespace CraftMarket.Catalogue;

/// <summary>What a product's page tells beside its card.</summary>
/// <param name="Sharing">The pictures for sharing that may be shown now.</param>
/// <param name="Group">The group under whose brand it is sold; null when it is sold under the maker's own.</param>
/// <param name="TrainedBy">Where the maker was trained; null unless the maker agrees to its being said.</param>
public sealed record ProductSheet(ProductPage Details, SharePictures Sharing, VillageMark? Mark, Brand? Maker, GroupFace? Group,
    string? TrainedBy)
{
    /// <summary>Mostly one round trip: logos, marks and groups are asked for where there are any.</summary>
    public static async Task<ProductSheet> Of(IQuerySession session, ProductCard card, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(card);
        var artisan = new ArtisanId(card.Artisan.Id);
        var batch = session.CreateBatchQuery();
        var page = batch.Load<ProductPage>(card.Id);
        var use = batch.Load<MarkUse>((object)MarkUseId.Of(artisan));
        var maker = batch.Load<Maker>(CraftMarket.Catalogue.Maker.StreamOf(artisan));
        var training = batch.Query<string>(CraftMarket.Catalogue.TrainedBy.OfArtisan, artisan.Value.ToString());
        await batch.Execute(cancellation);
        var details = await page ?? throw new InvalidOperationException($"Product {card.Id} has a card and no page.");
        var fits = DrawnMark.Fits(details.ShareMark, card.Mark is null ? null : RegionCode.Parse(card.Village!.Code),
            (await use)?.Status);
        return new(details, fits ? new(details.ShareCard, details.ShareSquare) : SharePictures.None,
            card.Mark is null ? null : await session.MarkOf(artisan, cancellation),
            await maker is { } known ? await session.Shown(known, cancellation) : null,
            card.Group is { } under ? await session.FaceOf(new GroupId(under.Id), cancellation) : null,
            await training is [{ Length: > 0 } title, ..] ? title : null);
    }
}
