using System.Globalization;

namespace CraftMarket.Training;

/// <summary>Certificate numbers such as <c>NTB-2026-7KQ2M9XA-007-5</c>: year, batch, running number, check character.</summary>
/// <remarks>The check is ISO 7064 MOD 37,36: it finds every single mistyped character and every swap of two neighbours.</remarks>
public static class CertificateNumber
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    // Letters that nobody mistakes for a digit when a certificate is read out over the telephone.
    private const string Spoken = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Of(BatchId batch, int year, int running)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"NTB-{year:0000}-{Short(batch)}-{running:000}");
        return $"{body}-{Check(body)}";
    }

    /// <summary>Whether the number can be a certificate's at all; a mistyped one cannot.</summary>
    public static bool IsWellFormed(string? number) =>
        number is { Length: > 2 } && number[^2] == '-' && Check(number[..^2]) == number[^1];

    private static string Short(BatchId batch)
    {
        // The last 40 bits of a UUIDv7 are random; its first ones are the time and would repeat.
        var bits = batch.Value.ToByteArray(bigEndian: true)[^5..].Aggregate(0UL, (sum, x) => sum << 8 | x);
        return string.Concat(Enumerable.Range(0, 8).Select(i => Spoken[(int)(bits >> (35 - i * 5) & 31)]));
    }

    private static char Check(string body)
    {
        var product = 36;
        foreach (var value in body.Where(x => x != '-').Select(x => Alphabet.IndexOf(x)))
        {
            if (value < 0) return '?';
            var sum = (product + value) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }

        return Alphabet[(37 - product) % 36];
    }
}
