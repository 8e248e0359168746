namespace CraftMarket.Media;

/// <summary>Draws the card that goes with a shared link to the market itself, 1200 × 630: the leaf of its sign, its name and a line.</summary>
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
            canvas.Disc(190, 190, 120, Leaf);
            canvas.Fill(new(186, 86, 8, 208), Vein);
            foreach (var rib in new[] { 130, 180, 230 })
            {
                canvas.Fill(new(130, rib, 56, 6), Vein);
                canvas.Fill(new(194, rib, 56, 6), Vein);
            }

            canvas.Write(name, new(360, 90, 780, 200), new(120, 60, Ground.Over, Bold: true, Serif: true) { Stands = Stands.Middle });
            canvas.Write(line, new(80, 350, 1040, 220), new(64, 44, Ground.Over));
        });
        return ShareCardPainter.Jpeg(card);
    }
}
