using System.Text;
using NetVips;
using QRCoder;

namespace CraftMarket.Media;

/// <summary>An address as a QR code (ISO/IEC 18004), with the four modules of white around it that readers ask for.</summary>
public sealed class QrSquare
{
    private readonly QRCodeData _code;

    private QrSquare(QRCodeData code) => _code = code;

    /// <summary>Up to a seventh of it may be dirty or torn and it is still read.</summary>
    public static QrSquare Of(string address)
    {
        using var generator = new QRCodeGenerator();
        return new(generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M));
    }

    /// <summary>Modules along one side, the white border among them.</summary>
    public int Size => _code.ModuleMatrix.Count;

    public bool IsDark(int x, int y) => _code.ModuleMatrix[y][x];

    /// <summary>The dark modules as an SVG path in a square of <see cref="Size"/> units: sharp at any size.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            for (var y = 0; y < Size; y++)
                for (var x = 0; x < Size; x++)
                {
                    if (!IsDark(x, y)) continue;
                    var from = x;
                    while (x + 1 < Size && IsDark(x + 1, y)) x++;
                    path.Append($"M{from} {y}h{x - from + 1}v1h-{x - from + 1}z");
                }

            return path.ToString();
        }
    }

    /// <summary>The largest that fits with whole pixels per module, so that no edge is blurred.</summary>
    internal Image Picture(int side)
    {
        var bytes = new byte[Size * Size];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = IsDark(i % Size, i / Size) ? (byte)0 : (byte)255;
        var scale = Math.Max(1, side / Size);
        using var small = Image.NewFromMemoryCopy(bytes, Size, Size, 1, Enums.BandFormat.Uchar);
        using var large = small.Zoom(scale, scale);
        return large.Bandjoin(large, large).Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }
}
