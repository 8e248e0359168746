using System.Globalization;
using System.Numerics;
using Marten;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace CraftMarket.Media;

/// <summary>Tells whether two photos are nearly the same: shrunk, packed harder, a little brighter or cut a little.</summary>
/// <remarks>The signs of the 63 slowest cosine waves of a picture of 32 by 32 dots. Copies differ in few of them, other photos in
/// some 30.</remarks>
public static class PerceptualHash
{
    /// <summary>So many bits may differ. One of the four parts then differs in one bit at most: so near ones are found.</summary>
    public const int MostApart = 7;

    private const int Side = 32, Waves = 8, PartDigits = 4, MostFound = 500;

    private static readonly float[,] Cosines = CosineTable();

    public static int Apart(string one, string other) => BitOperations.PopCount(Bits(one) ^ Bits(other));

    /// <summary>Photos that nearly are one of these, the nearest first.</summary>
    /// <returns>By the photo that they are like; a plain area is like nothing.</returns>
    public static async Task<ILookup<PhotoId, PhotoId>> PhotosLike(this IQuerySession session,
        IReadOnlyCollection<PhotoLook> looks, CancellationToken cancellation)
    {
        var known = looks.Where(x => x.Likeness.Length > 0).ToList();
        var near = known.Count == 0 ? [] : await session.QueryAsync<PhotoLook>('^',
            $"where data -> 'Parts' ?| ^ limit {MostFound * known.Count}", cancellation,
            [known.SelectMany(x => NearPartsOf(x.Likeness)).Distinct().ToArray()]);
        return (from look in known
                from other in near
                where other.Id != look.Id && other.Likeness.Length > 0
                let apart = Apart(other.Likeness, look.Likeness)
                where apart <= MostApart
                orderby apart, other.Id.Value
                select (Look: look.Id, Other: other.Id)).ToLookup(x => x.Look, x => x.Other);
    }

    internal static IReadOnlyList<string> PartsOf(string hash) =>
        [.. Quarters(hash).Select(x => PartOf(x.Place, x.Bits))];

    /// <summary>The parts and what differs from them in one bit.</summary>
    internal static string[] NearPartsOf(string hash) => [.. Quarters(hash).SelectMany(x =>
        Enumerable.Range(0, 16).Select(bit => PartOf(x.Place, (ushort)(x.Bits ^ (1 << bit)))).Prepend(PartOf(x.Place, x.Bits)))];

    private static IEnumerable<(int Place, ushort Bits)> Quarters(string hash) =>
        Enumerable.Range(0, hash.Length / PartDigits)
            .Select(x => (x, Convert.ToUInt16(hash.Substring(x * PartDigits, PartDigits), 16)));

    internal static string Of(Image<Rgb24> picture)
    {
        using var small = picture.Clone(x => x.Resize(Side, Side, KnownResamplers.Triangle));
        var light = new float[Side, Side];
        small.ProcessPixelRows(rows =>
        {
            for (var y = 0; y < Side; y++)
            {
                var row = rows.GetRowSpan(y);
                for (var x = 0; x < Side; x++) light[y, x] = GreyPicture.LightOf(row[x]);
            }
        });
        var waves = new float[Waves * Waves];
        for (var v = 0; v < Waves; v++)
            for (var u = 0; u < Waves; u++)
                for (var y = 0; y < Side; y++)
                    for (var x = 0; x < Side; x++) waves[v * Waves + u] += light[y, x] * Cosines[u, x] * Cosines[v, y];
        // The first is the brightness of the whole, which makes no photo another one.
        var middle = waves[1..].Order().ElementAt(Waves * Waves / 2 - 1);
        var bits = 0UL;
        for (var i = 1; i < waves.Length; i++)
            if (waves[i] > middle) bits |= 1UL << i;
        return bits.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static string PartOf(int place, ushort bits) => string.Create(CultureInfo.InvariantCulture, $"{place}{bits:x4}");

    private static ulong Bits(string hash) => ulong.Parse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static float[,] CosineTable()
    {
        var table = new float[Waves, Side];
        for (var u = 0; u < Waves; u++)
            for (var x = 0; x < Side; x++) table[u, x] = MathF.Cos((2 * x + 1) * u * MathF.PI / (2 * Side));
        return table;
    }
}
