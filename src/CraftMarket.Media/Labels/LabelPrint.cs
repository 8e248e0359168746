using NetVips;

namespace CraftMarket.Media;

/// <summary>Sheets of labels as files for a printer or a copy shop.</summary>
public sealed class LabelPrint(LabelPainter painter)
{
    /// <summary>All sheets, one page each.</summary>
    public byte[] Pdf(IEnumerable<Label> labels, LabelShape shape, string title)
    {
        var pages = LabelGrid.Of(shape).Sheets(labels).Select(x => Png(x, shape)).ToList();
        return PictureBook.Of(title, pages, LabelPainter.Dots(LabelGrid.SheetWidth), LabelPainter.Dots(LabelGrid.SheetHeight));
    }

    /// <summary>One sheet as a picture.</summary>
    public byte[] Png(IReadOnlyList<Label> sheet, LabelShape shape)
    {
        using var drawn = painter.PaintSheet(sheet, shape);
        return drawn.PngsaveBuffer(compression: 6, keep: Enums.ForeignKeep.None);
    }
}
