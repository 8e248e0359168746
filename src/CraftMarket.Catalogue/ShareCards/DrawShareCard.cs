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

/// <summary>Keeps pictures that were painted, if they still show what the product is.</summary>
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

/// <summary>A product, locked, and what its pictures should show now; null where there should be none.</summary>
public sealed record CardNowDue(IEventStream<Product> Product, string? Shows);

public static class KeepShareCardHandler
{
    public static async Task<CardNowDue> LoadAsync(KeepShareCard command, IDocumentSession session,
        CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForExclusiveWriting<Product>(command.ProductId.Value, cancellation);
        return new(stream, stream.Aggregate is { Status: ProductStatus.Published } product
            ? (await CardToDraw.Of(session, product, cancellation)).Shows : null);
    }

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(KeepShareCard command, CardNowDue due)
    {
        var (wide, square) = (command.Pictures.Wide, command.Pictures.Square);
        // Taken down, perhaps for good, while it was painted.
        if (due.Shows is null) return ([], [new DropPictures([wide, square])]);
        // Whoever draws last has seen the newest price, brand and mark, and what is kept is the last.
        if (due.Shows != command.Shows) return ([], [new DrawShareCard(command.ProductId)]);
        var before = due.Product.Aggregate!;
        return (wide, square, command.Mark) == (before.ShareCard, before.ShareSquare, before.ShareMark) ? ([], [])
            : ([due.Product.Append(new ProductShareCardDrawn(wide, square, command.Mark))], []);
    }
}
