using CraftMarket.Media;

namespace CraftMarket.Specs.Media;

public sealed class LabelSpecs
{
    private static readonly MakerMark Sahnun = new("Tenun Daun Inaq Sahnun", null, "#f2d24b", null, null, "Semoyang", null);
    private static readonly Label Bag = new("Tas", "Rp150.000", "Bahan: daun tembakau", null, "Desa Semoyang", "Pindai", Sahnun,
        "https://pasar.example/produk/tas-000000b1");

    [Theory]
    [InlineData(LabelShape.Tag, 9)]
    [InlineData(LabelShape.Sticker, 10)]
    public void labels_fill_a_sheet_and_go_on_the_next(LabelShape shape, int perSheet)
    {
        var grid = LabelGrid.Of(shape);
        Assert.Equal([perSheet, 1], grid.Sheets(Enumerable.Repeat(Bag, perSheet + 1)).Select(x => x.Count));
        Assert.True(grid.Columns * grid.Width + 2 * grid.Left <= LabelGrid.SheetWidth && grid.Rows * grid.Height
            + 2 * grid.Top <= LabelGrid.SheetHeight);
        Assert.True(grid is { Left: >= 5, Top: >= 5 }, "Home printers leave five millimetres blank.");
    }

    [Fact]
    public void a_pale_brand_is_written_on_in_dark_and_its_price_stays_readable()
    {
        var pale = Tint.Of(Sahnun.Colour);
        Assert.Equal(Tint.Ink, pale.Over);
        Assert.Equal(Tint.White, Tint.Of("#5b2a1f").Over);
        Assert.True(pale.Readable.ContrastWith(Tint.Paper) >= 4.5);
        Assert.Equal(Tint.Of("#5b2a1f"), Tint.Of("#5b2a1f").Readable);
    }

    [Fact]
    public void a_code_has_four_modules_of_white_around_it_and_its_path_covers_the_dark_ones()
    {
        var code = QrSquare.Of(Bag.Address);
        for (var i = 0; i < code.Size; i++)
            Assert.All(Enumerable.Range(0, 4), edge =>
                Assert.False(code.IsDark(i, edge) || code.IsDark(edge, i) || code.IsDark(i, code.Size - 1 - edge)));
        var dark = Enumerable.Range(0, code.Size * code.Size).Count(x => code.IsDark(x % code.Size, x / code.Size));
        Assert.Equal(dark, System.Text.RegularExpressions.Regex.Matches(code.Path, "h([0-9]+)v")
            .Sum(x => int.Parse(x.Groups[1].Value)));
    }

    [Fact]
    public void a_maker_without_a_logo_is_known_by_two_letters() => Assert.Equal("TD", Sahnun.Letters);
}
