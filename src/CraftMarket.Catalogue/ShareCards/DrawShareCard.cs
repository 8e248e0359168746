using System.Security.Cryptography;
using System.Text.Json;
using CraftMarket.Media;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Draws the pictures that go with a shared link: product, price, artisan, village and the village's mark. Nothing is
/// locked while they are painted.</summary>
public sealed record DrawShareCard(ProductId ProductId);

/// <summary>Keeps pictures that were painted, so that they are found when the maker is erased, and has them painted again if
/// they no longer show what the product is.</summary>
/// <param name="Shows">Names what was painted.</param>
/// <param name="Mark">Which mark they show, as <see cref="ProductShareCardDrawn.Mark"/>.</param>
public sealed record KeepShareCard(ProductId ProductId, ShareCardPictures Pictures, string Shows, string Mark) : Confidential;

/// <summary>What the pictures of a product show.</summary>
internal sealed record CardToDraw(ShareCard Card, string Mark)
{
    private static readonly JsonSerializerOptions OnlyWhatIsGiven = new() { IgnoreReadOnlyProperties = true };

    /// <summary>Two that look alike have the same name.</summary>
    public string Shows => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, OnlyWhatIsGiven)));

    public static async Task<CardToDraw> Of(IQuerySession session, Product product, CancellationToken cancellation)
    {
        var photo = product.Pictures is [var first, ..] ? await session.LoadAsync<Photo>(first.PhotoId, cancellation) : null;
        var look = await session.LookOf(product, cancellation);
        return new(new(photo?.Content, product.Details.Name, product.Prices.Lowest.ToString(), look.On(product)),
            DrawnMark.Of(look.MarkOn(product)));
    }
}

/// <summary>Pictures just painted; null when there was nothing to paint.</summary>
public sealed record PaintedCard(KeepShareCard? Keep);

public static class DrawShareCardHandler
{
    public static async Task<PaintedCard> LoadAsync(DrawShareCard command, IQuerySession session, ShareCardPainter painter,
        CancellationToken cancellation)
    {
        if (await session.LoadAsync<Product>(command.ProductId.Value, cancellation)
            is not { Status: ProductStatus.Published } product) return new(Keep: null);
        var card = await CardToDraw.Of(session, product, cancellation);
        return new(new KeepShareCard(product.Id, await painter.PaintAsync(card.Card, cancellation), card.Shows, card.Mark));
    }

    public static OutgoingMessages Handle(DrawShareCard command, PaintedCard painted) => painted.Keep is { } keep ? [keep] : [];
}

/// <summary>A product, locked, and what its pictures should show now.</summary>
/// <param name="Shows">Null while it is not in the window.</param>
/// <param name="Closed">Its shop is closed for good.</param>
public sealed record CardNowDue(IEventStream<Product> Product, string? Shows, bool Closed);

public static class KeepShareCardHandler
{
    public static async Task<CardNowDue> LoadAsync(KeepShareCard command, IDocumentSession session,
        CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForExclusiveWriting<Product>(command.ProductId.Value, cancellation);
        var product = stream.Aggregate!;
        return new(stream,
            product.Status == ProductStatus.Published ? (await CardToDraw.Of(session, product, cancellation)).Shows : null,
            await session.LoadAsync<Maker>(Maker.StreamOf(product.ArtisanId), cancellation) is { Closed: true });
    }

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(KeepShareCard command, CardNowDue due)
    {
        var (wide, square) = (command.Pictures.Wide, command.Pictures.Square);
        // Taken down while it was painted, and what was noted before is forgotten already.
        if (due.Closed) return ([], [new DropPictures([wide, square])]);
        var before = due.Product.Aggregate!;
        var known = (wide, square, command.Mark) == (before.ShareCard, before.ShareSquare, before.ShareMark);
        // Whoever draws last has seen the newest price, brand and mark; out of the window it is drawn when it comes back.
        return (known ? [] : [due.Product.Append(new ProductShareCardDrawn(wide, square, command.Mark))],
            due.Shows is null || due.Shows == command.Shows ? [] : [new DrawShareCard(command.ProductId)]);
    }
}
