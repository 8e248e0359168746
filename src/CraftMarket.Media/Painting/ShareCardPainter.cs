using NetVips;

namespace CraftMarket.Media;

/// <summary>What stands on the pictures that go with a shared link to a product.</summary>
/// <param name="Photo">Content of the photo's original; null to draw without one.</param>
/// <param name="Title">Name of the product.</param>
/// <param name="Price">As shown, such as <c>Rp150.000</c>.</param>
public sealed record ShareCard(string? Photo, string Title, string Price, MakerMark Maker);

/// <summary>The two pictures of a shared link; the same words and photos have the same addresses.</summary>
/// <param name="Wide">1200 × 630, shown beside the link.</param>
/// <param name="Square">1080 × 1080, to be sent or posted as a picture.</param>
public sealed record ShareCardPictures(string Wide, string Square);

/// <summary>Draws share cards. A chat shows them a quarter as large, so nothing is written smaller than forty pixels.</summary>
public sealed class ShareCardPainter(BlobStore blobs)
{
    /// <summary>Where logo, brand and village stand, and below them who made it under a group's brand.</summary>
    private sealed record Stand(int LogoX, int LogoY, int LogoRadius, Area Name, int Size, Area Place, Area Made);

    private static readonly Stand Beside = new(716, 500, 62, new(798, 424, 366, 104), 46, new(798, 546, 366, 52), default),
        BesideGroup = new(712, 460, 58, new(790, 390, 374, 90), 44, new(790, 500, 374, 46), new(654, 562, 510, 44)),
        Under = new(600, 952, 72, new(692, 850, 340, 112), 48, new(692, 982, 340, 50), default),
        UnderGroup = new(592, 900, 60, new(672, 834, 360, 90), 44, new(672, 944, 360, 46), new(528, 1004, 512, 44));

    public async Task<ShareCardPictures> PaintAsync(ShareCard card, CancellationToken cancellation)
    {
        using var originals = await LocalOriginals.BringAsync(blobs, [card.Photo, .. card.Maker.Originals], cancellation);
        using var wide = Canvas.Paint(1200, 630, Tint.Paper, x => Wide(x, card, originals));
        using var square = Canvas.Paint(1080, 1080, Tint.Paper, x => Square(x, card, originals));
        return new(await blobs.PublishAsync(Jpeg(wide), "jpg", cancellation),
            await blobs.PublishAsync(Jpeg(square), "jpg", cancellation));
    }

    internal static byte[] Jpeg(Image picture) =>
        picture.JpegsaveBuffer(q: 82, optimizeCoding: true, keep: Enums.ForeignKeep.None);

    private static void Wide(Canvas canvas, ShareCard card, LocalOriginals originals)
    {
        var tint = Tint.Of(card.Maker.Colour);
        Photo(canvas, card, originals, new(0, 0, 600, 630));
        canvas.Fill(new(600, 0, 14, 630), tint);
        canvas.Write(card.Title, new(654, 44, 506, 200), new(60, 42, Tint.Ink, Bold: true, Serif: true));
        Price(canvas, card.Price, new(654, 266, 506, 112), tint);
        Maker(canvas, card.Maker, originals, card.Maker.Made is null ? Beside : BesideGroup);
        if (card.Maker.Seal is { } seal) canvas.Seal(originals, seal, 500, 530, 82);
    }

    private static void Square(Canvas canvas, ShareCard card, LocalOriginals originals)
    {
        var tint = Tint.Of(card.Maker.Colour);
        Photo(canvas, card, originals, new(0, 0, 1080, 640));
        canvas.Fill(new(0, 640, 1080, 14), tint);
        canvas.Write(card.Title, new(48, 684, 984, 150), new(72, 46, Tint.Ink, Bold: true, Serif: true));
        Price(canvas, card.Price, new(48, 880, 440, 144), tint);
        Maker(canvas, card.Maker, originals, card.Maker.Made is null ? Under : UnderGroup);
        if (card.Maker.Seal is { } seal) canvas.Seal(originals, seal, 950, 130, 100);
    }

    private static void Photo(Canvas canvas, ShareCard card, LocalOriginals originals, Area area)
    {
        using var photo = originals.Filling(card.Photo, area.Width, area.Height, Tint.Paper);
        if (photo is not null)
        {
            canvas.Put(photo, area.Left, area.Top);
            return;
        }

        canvas.Fill(area, Tint.Of(card.Maker.Colour));
        canvas.Weave(area, Tint.White, 48);
    }

    private static void Price(Canvas canvas, string price, Area area, Tint tint)
    {
        canvas.Fill(area, tint);
        canvas.Write(price, area.Inset(area.Height / 5),
            new(84, 48, tint.Over, Bold: true) { Centred = true, Stands = Stands.Middle });
    }

    private static void Maker(Canvas canvas, MakerMark maker, LocalOriginals originals, Stand at)
    {
        canvas.Logo(originals, maker, at.LogoX, at.LogoY, at.LogoRadius, Tint.Paper);
        canvas.Write(maker.Name, at.Name, new(at.Size, 40, Tint.Ink, Bold: true) { Stands = Stands.Below });
        canvas.Write(Place(maker), at.Place, new(40, 32, Tint.Soft));
        canvas.Write(maker.Made, at.Made, new(36, 26, Tint.Ink));
    }

    private static string Place(MakerMark maker) => maker.Place.Length == 0 ? "" : $"Desa {maker.Place}";
}
