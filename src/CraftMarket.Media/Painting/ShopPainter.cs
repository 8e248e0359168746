using NetVips;

namespace CraftMarket.Media;

/// <summary>What stands on the pictures of a maker's shop.</summary>
/// <param name="Photos">Contents of some goods' photos, at most three are shown.</param>
public sealed record ShopSign(MakerMark Maker, IReadOnlyList<string> Photos);

/// <summary>The pictures of a shop; the same shop has the same addresses.</summary>
/// <param name="Banner">1600 × 500, the head of the shop's page.</param>
/// <param name="Wide">1200 × 630, shown beside a shared link.</param>
/// <param name="Square">1080 × 1080, to be sent or posted as a picture.</param>
public sealed record ShopSigns(string Banner, string Wide, string Square);

/// <summary>Draws a shop's banner and share cards from its brand.</summary>
public sealed class ShopPainter(BlobStore blobs)
{
    public async Task<ShopSigns> PaintAsync(ShopSign sign, CancellationToken cancellation)
    {
        using var originals = await LocalOriginals.BringAsync(blobs, [.. sign.Photos, .. sign.Maker.Originals], cancellation);
        var tint = Tint.Of(sign.Maker.Colour);
        using var banner = Canvas.Paint(1600, 500, tint, x => Banner(x, sign, originals, tint));
        using var wide = Canvas.Paint(1200, 630, tint, x => Wide(x, sign, originals, tint));
        using var square = Canvas.Paint(1080, 1080, tint, x => Square(x, sign, originals, tint));
        return new(await Keep(banner, cancellation), await Keep(wide, cancellation), await Keep(square, cancellation));
    }

    private static void Banner(Canvas canvas, ShopSign sign, LocalOriginals originals, Tint tint)
    {
        var words = Photos(canvas, sign, originals, new(820, 0, 780, 500), across: true) ? 800 : 1580;
        canvas.Weave(new(0, 0, words + 20, 500), tint.Over, 56);
        canvas.Fill(new(0, 484, 1600, 16), sign.Maker.AccentTint);
        canvas.Logo(originals, sign.Maker, 190, 240, 130, tint);
        canvas.Write(sign.Maker.Name, new(360, 90, words - 380, 170),
            new(88, 48, tint.Over, Bold: true, Serif: true) { Stands = Stands.Below });
        canvas.Write(Line(sign.Maker), new(360, 290, words - 380, 176), new(46, 30, tint.Over));
        if (sign.Maker.Seal is { } seal) canvas.Seal(originals, seal, 1500, 100, 76);
    }

    private static void Wide(Canvas canvas, ShopSign sign, LocalOriginals originals, Tint tint)
    {
        var right = Photos(canvas, sign, originals, new(740, 0, 460, 630), across: false) ? 720 : 1160;
        canvas.Weave(new(0, 0, right + 20, 630), tint.Over, 56);
        canvas.Fill(new(0, 612, 1200, 18), sign.Maker.AccentTint);
        canvas.Logo(originals, sign.Maker, 160, 150, 104, tint);
        if (sign.Maker.Seal is { } seal) canvas.Seal(originals, seal, 390, 150, 92);
        var name = canvas.Write(sign.Maker.Name, new(56, 290, right - 96, 160), new(80, 50, tint.Over, Bold: true, Serif: true));
        canvas.Write(Line(sign.Maker), new(56, 320 + name, right - 96, 270 - name), new(46, 40, tint.Over));
    }

    private static void Square(Canvas canvas, ShopSign sign, LocalOriginals originals, Tint tint)
    {
        var top = Photos(canvas, sign, originals, new(0, 0, 1080, 580), across: true) ? 580 : 260;
        canvas.Weave(new(0, top, 1080, 1080 - top), tint.Over, 56);
        canvas.Fill(new(0, 1060, 1080, 20), sign.Maker.AccentTint);
        canvas.Logo(originals, sign.Maker, 160, top + 140, 100, tint);
        var right = sign.Maker.Seal is null ? 1040 : 800;
        if (sign.Maker.Seal is { } seal) canvas.Seal(originals, seal, 930, top + 140, 100);
        canvas.Write(sign.Maker.Name, new(290, top + 40, right - 290, 200),
            new(84, 50, tint.Over, Bold: true, Serif: true) { Stands = Stands.Middle });
        canvas.Write(Line(sign.Maker), new(60, top + 280, 960, 160), new(52, 42, tint.Over));
    }

    /// <summary>Up to three photos side by side or one above the other.</summary>
    /// <returns>Whether there was any.</returns>
    private static bool Photos(Canvas canvas, ShopSign sign, LocalOriginals originals, Area area, bool across)
    {
        const int Gap = 10;
        var shown = sign.Photos.Take(across ? 3 : 2).ToList();
        if (shown.Count == 0) return false;
        canvas.Fill(area, Tint.Paper);
        var whole = across ? area.Width : area.Height;
        var each = (whole - Gap * (shown.Count - 1)) / shown.Count;
        for (var i = 0; i < shown.Count; i++)
        {
            var start = i * (each + Gap);
            var size = i == shown.Count - 1 ? whole - start : each;
            using var photo = originals.Filling(shown[i], across ? size : area.Width, across ? area.Height : size, Tint.Paper);
            if (photo is not null) canvas.Put(photo, area.Left + (across ? start : 0), area.Top + (across ? 0 : start));
        }

        return true;
    }

    private static string Line(MakerMark maker) =>
        string.Join("\n", new[] { maker.Tagline, maker.Place.Length == 0 ? null : $"Desa {maker.Place}" }.Where(x =>
            !string.IsNullOrWhiteSpace(x)));

    private Task<string> Keep(Image picture, CancellationToken cancellation) =>
        blobs.PublishAsync(ShareCardPainter.Jpeg(picture), "jpg", cancellation);
}
