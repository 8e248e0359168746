namespace CraftMarket.Media;

/// <summary>What is printed: a tag that hangs on the goods, or a label that sticks to their wrapping.</summary>
public enum LabelShape { Tag, Sticker }

/// <summary>A label's words. What is null or empty is left out.</summary>
/// <param name="Place">Where it is made.</param>
/// <param name="Invitation">Why to scan the code.</param>
/// <param name="Address">The product's page, in the QR code.</param>
public sealed record Label(string Name, string Price, string Materials, string? Care, string Place, string Invitation,
    MakerMark Maker, string Address);

/// <summary>A sheet of A4 with labels side by side, cut along straight lines.</summary>
/// <param name="Width">Millimetres of one label.</param>
/// <param name="Height">Millimetres of one label.</param>
public sealed record LabelGrid(int Width, int Height, int Columns, int Rows)
{
    public const int SheetWidth = 210, SheetHeight = 297;

    public int PerSheet => Columns * Rows;
    public double Left => (SheetWidth - Columns * Width) / 2.0;
    public double Top => (SheetHeight - Rows * Height) / 2.0;

    public static LabelGrid Of(LabelShape shape) => shape == LabelShape.Tag ? new(60, 90, 3, 3) : new(90, 54, 2, 5);

    /// <summary>The labels of each sheet, in reading order.</summary>
    public IReadOnlyList<IReadOnlyList<Label>> Sheets(IEnumerable<Label> labels) => [.. labels.Chunk(PerSheet)];
}
