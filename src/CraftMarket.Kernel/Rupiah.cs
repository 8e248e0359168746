using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CraftMarket.Kernel;

/// <summary>An amount of money in whole rupiah; shown as <c>Rp1.250.000</c>, sent as the number 1250000.</summary>
[JsonConverter(typeof(RupiahJson))]
public readonly record struct Rupiah(long Amount) : IComparable<Rupiah>
{
    private static readonly CultureInfo Indonesia = CultureInfo.GetCultureInfo("id-ID");

    public static Rupiah Zero => default;

    public static Rupiah operator +(Rupiah a, Rupiah b) => new(checked(a.Amount + b.Amount));
    public static Rupiah operator -(Rupiah a, Rupiah b) => new(checked(a.Amount - b.Amount));
    public static Rupiah operator -(Rupiah a) => new(checked(-a.Amount));
    public static Rupiah operator *(Rupiah a, int times) => new(checked(a.Amount * times));
    public static bool operator <(Rupiah a, Rupiah b) => a.Amount < b.Amount;
    public static bool operator >(Rupiah a, Rupiah b) => a.Amount > b.Amount;
    public static bool operator <=(Rupiah a, Rupiah b) => a.Amount <= b.Amount;
    public static bool operator >=(Rupiah a, Rupiah b) => a.Amount >= b.Amount;

    /// <summary>A share in hundredths of a percent, rounded half away from zero: 5 % of Rp10.010 is Rp501.</summary>
    /// <param name="basisPoints">Hundredths of a percent; 500 is 5 %.</param>
    public Rupiah Share(int basisPoints) =>
        new((long)Math.Round(Amount * (decimal)basisPoints / 10_000m, MidpointRounding.AwayFromZero));

    /// <summary>Reads an amount as people write it: <c>150000</c>, <c>150.000</c>, <c>Rp 150.000</c> and <c>150.000,-</c> are
    /// one. Null for what is none, such as <c>150000.00</c>, which a spreadsheet writes and which must not become a hundred times
    /// as much.</summary>
    public static Rupiah? Read(string? text) =>
        WholeNumber.Read(text?.Replace(",-", "", StringComparison.Ordinal).Replace("Rp", "", StringComparison.OrdinalIgnoreCase))
            is { } amount ? new Rupiah(amount) : null;

    public int CompareTo(Rupiah other) => Amount.CompareTo(other.Amount);

    public override string ToString() =>
        (Amount < 0 ? "-Rp" : "Rp") + Math.Abs(Amount).ToString("N0", Indonesia);
}

/// <summary>Adds up amounts of money.</summary>
public static class RupiahSums
{
    public static Rupiah Sum(this IEnumerable<Rupiah> amounts) => amounts.Aggregate(Rupiah.Zero, (a, b) => a + b);
    public static Rupiah Sum<T>(this IEnumerable<T> items, Func<T, Rupiah> amount) => items.Select(amount).Sum();
}

internal sealed class RupiahJson : JsonConverter<Rupiah>
{
    public override Rupiah Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Rupiah value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Amount);
}
