namespace CraftMarket.Media;

/// <summary>Draws the card that goes with a shared link to the market itself, 1200 × 630: the leaf of its sign, its name and a
/// line.</summary>
public static class MarketCardPainter
{
    private static readonly Tint Ground = Tint.Of("#3d5a2a"), Leaf = Tint.Of("#d9b36a"), Vein = Tint.Of("#6b4526");

    /// <returns>A JPEG.</returns>
    public static byte[] Paint(string name, string line)
    {
        using var card = Canvas.Paint(1200, 630, Ground, canvas =>
        {
            canvas.Weave(new(0, 0, 1200, 630), Ground.Over, 56);
            canvas.Fill(new(0, 612, 1200, 18), Leaf);
            using (var leaf = Stencils.Leaf(190, 260, veins: false)) canvas.Stencil(leaf, Leaf, 95, 56);
            using (var veins = Stencils.Leaf(190, 260, veins: true)) canvas.Stencil(veins, Vein, 95, 56);
            canvas.Write(name, new(360, 90, 780, 200),
                new(120, 60, Ground.Over, Bold: true, Serif: true) { Stands = Stands.Middle });
            canvas.Write(line, new(80, 350, 1040, 220), new(64, 44, Ground.Over));
        });
        return ShareCardPainter.Jpeg(card);
    }
}
