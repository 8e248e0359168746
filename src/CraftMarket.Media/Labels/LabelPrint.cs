using NetVips;

namespace CraftMarket.Media;

/// <summary>Sheets of labels as files for a printer or a copy shop.</summary>
public sealed class LabelPrint(BlobStore blobs)
{
    /// <summary>All sheets, one page each.</summary>
    public async Task<byte[]> PdfAsync(IReadOnlyList<Label> labels, LabelShape shape, string title,
        CancellationToken cancellation)
    {
        using var originals = await Originals(labels, cancellation);
        var pages = LabelGrid.Of(shape).Sheets(labels).Select(x => Png(x, shape, originals)).ToList();
        return PictureBook.Of(title, pages, LabelPainter.Dots(LabelGrid.SheetWidth), LabelPainter.Dots(LabelGrid.SheetHeight));
    }

    /// <summary>One sheet as a picture.</summary>
    public async Task<byte[]> PngAsync(IReadOnlyList<Label> sheet, LabelShape shape, CancellationToken cancellation)
    {
        using var originals = await Originals(sheet, cancellation);
        return Png(sheet, shape, originals);
    }

    private Task<LocalOriginals> Originals(IReadOnlyList<Label> labels, CancellationToken cancellation) =>
        LocalOriginals.BringAsync(blobs, labels.SelectMany(x => x.Maker.Originals), cancellation);

    private static byte[] Png(IReadOnlyList<Label> sheet, LabelShape shape, LocalOriginals originals)
    {
        using var drawn = LabelPainter.PaintSheet(sheet, shape, originals);
        return drawn.PngsaveBuffer(compression: 6, keep: Enums.ForeignKeep.None);
    }
}
