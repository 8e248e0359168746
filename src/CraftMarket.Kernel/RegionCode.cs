using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CraftMarket.Kernel;

/// <summary>A Kemendagri region code: province <c>52</c>, regency <c>52.02</c>, district <c>52.02.06</c>, village
/// <c>52.02.06.2003</c>.</summary>
/// <remarks>BPS numbers districts differently, so a BPS code is looked up, never computed from this one.</remarks>
[JsonConverter(typeof(RegionCodeJson))]
public readonly partial record struct RegionCode
{
    private RegionCode(string value) => Value = value;

    public string Value => field ?? "";

    public bool IsVillage => Value.Length == 13;
    public bool IsDistrict => Value.Length == 8;
    public bool IsRegency => Value.Length == 5;
    public bool IsProvince => Value.Length == 2;

    /// <summary>The regency of a district or village; the code itself for a regency.</summary>
    public RegionCode Regency => new(Value[..5]);

    /// <summary>The province; the code itself for one.</summary>
    public RegionCode Province => new(Value[..2]);

    /// <summary>The region right above; the code itself for a province.</summary>
    public RegionCode Parent => new(Value.LastIndexOf('.') is > 0 and var dot ? Value[..dot] : Value);

    /// <summary>Whether this region lies in (or is) the other: a companion's area holds its villages.</summary>
    public bool IsWithin(RegionCode area) =>
        Value == area.Value || Value.StartsWith(area.Value + ".", StringComparison.Ordinal);

    public static bool TryParse([NotNullWhen(true)] string? text, out RegionCode code)
    {
        code = text is not null && Shape().IsMatch(text) ? new(text) : default;
        return code.Value.Length > 0;
    }

    public static RegionCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a Kemendagri region code.");

    public override string ToString() => Value;

    [GeneratedRegex(@"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?\z")]
    private static partial Regex Shape();
}

internal sealed class RegionCodeJson : JsonConverter<RegionCode>
{
    public override RegionCode Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        RegionCode.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, RegionCode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
