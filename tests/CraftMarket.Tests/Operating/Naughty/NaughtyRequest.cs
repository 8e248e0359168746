using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CraftMarket.Tests.Operating.Naughty;

internal static partial class Regexes
{
    [GeneratedRegex(@"\{\*?([^}:?]+)[^}]*\}")]
    public static partial Regex Constraint();
}

/// <summary>One request to a door with one thing in it that is wrong.</summary>
/// <param name="Door">Where it goes.</param>
/// <param name="What">What is wrong with it, for who reads the report.</param>
internal sealed record NaughtyRequest(NaughtyDoor Door, string What, HttpRequestMessage Message)
{
    private const string Here = "@@here@@";

    private static readonly string[] Methods = ["TRACE", "OPTIONS", "PATCH", "PUT", "DELETE", "HEAD", "PROPFIND", "NAUGHTY"];

    private static readonly (string Name, string[] Values)[] Headers =
    [
        ("Idempotency-Key", ["", "1", new('k', 256), "'; drop table", "\u00e9"]),
        ("If-Match", ["*", "\"", "W/\"x\"", "\"99999999999999999999\"", "\"1-\"", "a,b"]),
        ("If-None-Match", ["*", "\"", "W/", "a, b", "\"x\", *"]),
        ("If-Modified-Since", ["never", "Thu, 01 Jan 0001 00:00:00 GMT", "0"]),
        ("Range", ["bytes=-1", "bytes=0-18446744073709551615", "bytes=5-1", "x"]),
        ("Accept-Language", ["", "*", "en;q=x", "en;q=9", ",,,", "id-\u00e9", new('e', 4_000)]),
        ("Accept-Encoding", ["BR", "*;q=0", "gzip;q=0, br;q=0", "identity;q=0", "zstd", ";;;", "br;q=x"]),
        ("Accept", ["x", "text/x;q=x", ""]),
        ("Cookie", ["cart=x; lang=x; notice=x; craftmarket=x", "cart=; lang=; notice=; craftmarket=", "=; ;;; a",
            "notice=CfDJ8AAAA", ".AspNetCore.Antiforgery.x=y", "cart=CfDJ8\u00e9"]),
        ("Host", ["", "x", "evil.example", "127.0.0.1:99999", "[::1"]), ("X-Forwarded-Proto", ["https", "gopher", "https,http"]),
        ("X-Forwarded-For", ["x", "::::", "1.2.3.4, x"]),
        ("Authorization", ["Bearer", "Bearer x", "Basic x", "Bearer \u00e9"]),
        ("Upload-Length", ["-1", "99999999999999999999", "x"]), ("Upload-Offset", ["-1", "x"]),
        ("Tus-Resumable", ["1.0.0", "9", ""]),
        ("Content-Type", ["application/json; charset=x", "multipart/form-data", "multipart/form-data; boundary=", "text/plain",
        "x", ";"]),
        ("traceparent", ["x", "00-00000000000000000000000000000000-0000000000000000-00"]), ("Content-Encoding", ["gzip", "x"]),
        ("Origin", ["null", "x"]),
    ];

    /// <summary>The next one, as chance has it.</summary>
    public static NaughtyRequest Next(NaughtyDoor door, NaughtyWorld world, Random random)
    {
        var kinds = new List<Func<NaughtyRequest>> { () => OfHeader(door, world, random), () => OfQuery(door, world, random) };
        if (door.Pattern.Contains('{')) kinds.Add(() => OfRoute(door, world, random));
        if (door.Body is not null)
            kinds.AddRange([.. Enumerable.Repeat(() => OfJson(door, world, random), 3), () => OfBody(door, world, random)]);
        if (door.Form.Count > 0)
            kinds.AddRange([.. Enumerable.Repeat(() => OfForm(door, world, random), 3), () => OfBody(door, world, random)]);
        return random.Next(25) == 0 ? OfMethod(door, world, random) : NaughtyValues.Pick(kinds, random)();
    }

    private static NaughtyRequest OfMethod(NaughtyDoor door, NaughtyWorld world, Random random)
    {
        var method = NaughtyValues.Pick(Methods, random);
        return Made(door, world, $"method {method}", Target(door, world), method: method);
    }

    private static NaughtyRequest OfHeader(NaughtyDoor door, NaughtyWorld world, Random random)
    {
        var (name, values) = NaughtyValues.Pick(Headers, random);
        var value = NaughtyValues.Pick(values, random);
        var request = Made(door, world, $"header {name}: {Short(value)}", Target(door, world), Proper(door, world));
        if (name == "Content-Type" && request.Message.Content is { } content)
        {
            content.Headers.Remove(name);
            content.Headers.TryAddWithoutValidation(name, value);
        }
        else if (name == "Content-Encoding") request.Message.Content?.Headers.TryAddWithoutValidation(name, value);
        else request.Message.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static NaughtyRequest OfRoute(NaughtyDoor door, NaughtyWorld world, Random random)
    {
        var text = NaughtyValues.Text(random);
        var value = random.Next(4) switch { 0 => Guid.Empty.ToString(), 1 => "%ff%fe", _ => Escaped(text) };
        if (value.Length > 4_000) value = value[..3_999].TrimEnd('%');
        var holes = Regexes.Constraint().Matches(door.Pattern);
        var hole = holes[random.Next(holes.Count)];
        return Made(door, world, $"route {hole.Value} = {Short(value)}", Target(door, world, hole.Index, value),
            Proper(door, world));
    }

    private static NaughtyRequest OfQuery(NaughtyDoor door, NaughtyWorld world, Random random)
    {
        var name = NaughtyValues.Pick(door.Query, random);
        var text = NaughtyValues.Text(random);
        if (text.Length > 1_500) text = text[..1_500];
        var query = random.Next(6) switch
        {
            0 => $"{name}=%ff%fe%00",
            1 => $"{name}=%zz%",
            2 => $"{name}=1&{name}=2",
            3 => $"{name}[]=1&{name}[0]=1&={Escaped(text)}",
            _ => $"{name}={Escaped(text)}",
        };
        var right = random.Next(2) == 0 ? ""
            : string.Concat(door.Query.Where(x => x != name && world.Right.ContainsKey(x))
            .Select(x => $"&{x}={Uri.EscapeDataString($"{world.Right[x]}")}"));
        var target = Target(door, world);
        return Made(door, world, $"query {Short(query)}",
            $"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}{right}", Proper(door, world));
    }

    private static NaughtyRequest OfBody(NaughtyDoor door, NaughtyWorld world, Random random)
    {
        var body = NaughtyValues.Body(random);
        var type = NaughtyValues.Pick(["application/json", "application/json", "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded", "text/plain", ""], random);
        var content = new ByteArrayContent(body);
        if (type.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", type);
        return Made(door, world, $"body {type} {Short(Encoding.UTF8.GetString(body))}", Target(door, world), content);
    }

    private static NaughtyRequest OfJson(NaughtyDoor door, NaughtyWorld world, Random random)
    {
        var body = door.Body!.DeepClone();
        var places = Places(body).ToList();
        var value = NaughtyValues.Json(random);
        if (places.Count == 0) return OfBody(door, world, random);
        var place = NaughtyValues.Pick(places, random);
        var path = place.GetPath();
        place.ReplaceWith(Here);
        var json = body.ToJsonString(new JsonSerializerOptions()).Replace($"\"{Here}\"", value, StringComparison.Ordinal);
        return Made(door, world, $"json {path} = {Short(value)}", Target(door, world),
            new StringContent(json, Encoding.UTF8, "application/json"));
    }

    private static NaughtyRequest OfForm(NaughtyDoor door, NaughtyWorld world, Random random)
    {
        var (name, value) = (NaughtyValues.Pick(door.Form, random), NaughtyValues.Text(random));
        var times = random.Next(8) == 0 ? 2_000 : 1;
        var fields = Filled(door, world).Where(x => x.Key != name)
            .Concat(Enumerable.Repeat(KeyValuePair.Create(name, times > 1 ? "1" : value), times));
        return Made(door, world, $"form {name} = {(times > 1 ? $"{times} times 1" : Short(value))}", Target(door, world),
            Form(door, fields, random.Next(3) == 0));
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject fields => fields.Where(x => x.Value is not null).SelectMany(x => Places(x.Value!).Prepend(x.Value!)),
        JsonArray items => items.Where(x => x is not null).SelectMany(x => Places(x!).Prepend(x!)),
        _ => [],
    };

    /// <summary>A body as it ought to be, for requests that are wrong elsewhere.</summary>
    private static HttpContent? Proper(NaughtyDoor door, NaughtyWorld world) => door.Body is { } body
        ? new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json")
        : door.Method == "POST" ? Form(door, Filled(door, world), false) : null;

    private static IEnumerable<KeyValuePair<string, string>> Filled(NaughtyDoor door, NaughtyWorld world) => door.Form
        .Select(x => KeyValuePair.Create(x, world.Right.TryGetValue(x.Split('.')[^1], out var right) ? $"{right}" : "3"))
        .Append(new("__RequestVerificationToken", door.Token));

    private static HttpContent Form(NaughtyDoor door, IEnumerable<KeyValuePair<string, string>> fields, bool inParts)
    {
        if (!inParts && !door.Form.Contains("file")) return new StringContent(string.Join('&',
            fields.Select(x => $"{x.Key}={Escaped(x.Value)}")), Encoding.UTF8, "application/x-www-form-urlencoded");
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Take(2_500))
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
            if (name == "file") parts.Add(part, name, "daftar.csv");
            else
            {
                part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"" };
                parts.Add(part);
            }
        }

        return parts;
    }

    private static string Target(NaughtyDoor door, NaughtyWorld world, int at = -1, string value = "") =>
        Regexes.Constraint().Replace(door.Pattern, hole =>
        hole.Index == at ? value : hole.Value.Contains("handler", StringComparison.Ordinal) ? ""
            : hole.Value.Contains(":int", StringComparison.Ordinal) ? "1"
        : Uri.EscapeDataString(world.Id(door.Pattern[..hole.Index], hole.Groups[1].Value)));

    private static NaughtyRequest Made(NaughtyDoor door, NaughtyWorld world, string what, string target,
        HttpContent? content = null, string? method = null)
    {
        var uri = new Uri(world.Market.Address.ToString().TrimEnd('/') + target,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        return new(door, what, new(new(method ?? door.Method), uri) { Content = method is null ? content : null });
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    private static string Short(string text) =>
        string.Concat((text.Length > 70 ? $"{text[..70]}… ({text.Length})" : text)
        .Select(x => char.IsControl(x) || char.IsSurrogate(x) ? $"\\u{(int)x:x4}" : $"{x}"));
}
