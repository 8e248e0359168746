using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CraftMarket.Tests.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Operating.Naughty;

/// <summary>A route or a handler of a page, with everything that may be said to it.</summary>
/// <param name="Pattern">Its path, such as <c>/api/v1/orders/{id:guid}</c>.</param>
/// <param name="Query">Names of the values of its query.</param>
/// <param name="Form">Names of the fields of its form.</param>
/// <param name="Body">A JSON body as it ought to be; null where none is read.</param>
internal sealed record NaughtyDoor(string Method, string Pattern, string Role, IReadOnlyList<string> Query,
    IReadOnlyList<string> Form, JsonNode? Body)
{
    public string Name => $"{Method} {Pattern}";

    /// <summary>What a form carries against forgery.</summary>
    public string Token { get; init; } = "";

    public bool IsApi => Pattern.StartsWith("/api", StringComparison.Ordinal);

    /// <summary>Every route and page of the market, each with a role that may enter.</summary>
    public static async Task<IReadOnlyList<NaughtyDoor>> AllOf(NaughtyWorld world)
    {
        using var visitor = world.Market.Visitor();
        var described = JsonNode.Parse(await visitor.GetStringAsync("/openapi/v1.json"))!;
        var loader = world.Market.Services.GetRequiredService<PageLoader>();
        var doors = new List<NaughtyDoor>();
        foreach (var endpoint in world.Market.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                doors.AddRange(OfPage(await loader.LoadAsync(page, endpoint.Metadata), pattern));
            else
                doors.AddRange((endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                    .Select(x => OfRoute(described, world, x, pattern)));
        }

        return [.. doors.DistinctBy(x => (x.Name, x.Form.Count)).OrderBy(x => x.Name, StringComparer.Ordinal)];
    }

    private static string RoleAt(string door) =>
        AccessTable.Rows.TryGetValue(door, out var who) && !who.Contains(AccessTable.Anyone) ? who[0] : NaughtyWorld.Stranger;

    private static IEnumerable<NaughtyDoor> OfPage(CompiledPageActionDescriptor page, string pattern)
    {
        var role = RoleAt($"PAGE {pattern}");
        var bound = page.BoundProperties.OfType<PageBoundPropertyDescriptor>().ToList();
        foreach (var handler in page.HandlerMethods)
        {
            var isPost = handler.HttpMethod == "Post";
            var fields = bound.Where(x => isPost || x.Property.GetCustomAttribute<BindPropertyAttribute>()?.SupportsGet == true)
                .SelectMany(x => Fields(x.ParameterType, x.BindingInfo?.BinderModelName ?? x.Name))
                .Concat(handler.Parameters.SelectMany(x => Fields(x.ParameterType, x.BindingInfo?.BinderModelName ?? x.Name)))
                    .Distinct().ToList();
            var path = handler.Name is { } name && pattern.Contains("{handler?}", StringComparison.Ordinal)
                ? pattern.Replace("{handler?}", name.ToLowerInvariant(), StringComparison.Ordinal)
                : handler.Name is { } other ? $"{pattern}?handler={other}"
                    : pattern.Replace("/{handler?}", "", StringComparison.Ordinal);
            yield return new(isPost ? "POST" : "GET", path, role, isPost ? ["bahasa"] : [.. fields, "bahasa"], isPost ? fields
                : [], null);
        }

        if (page.HandlerMethods.Count == 0) yield return new("GET", pattern, role, ["bahasa"], [], null);
    }

    private static NaughtyDoor OfRoute(JsonNode described, NaughtyWorld world, string method, string pattern)
    {
        var path = Regexes.Constraint().Replace(pattern, "{$1}");
        var operation = described["paths"]?[path]?[method.ToLowerInvariant()];
        var query = operation?["parameters"]?.AsArray().Where(x => (string?)x!["in"] == "query").Select(x => (string)x!["name"]!)
            .ToList() ?? ["key", "part"];
        var content = operation?["requestBody"]?["content"];
        var form = content?["multipart/form-data"]?["schema"]?["properties"]?.AsObject().Select(x => x.Key).ToList() ?? [];
        var body = content?["application/json"]?["schema"] is { } schema ? Example(described, schema, world, "", 0) : null;
        var name = pattern.StartsWith("/health", StringComparison.Ordinal) ? $"ANY {pattern}" : $"{method} {pattern}";
        return new(method, pattern, RoleAt(name), [.. query, "page"], form, body);
    }

    /// <summary>The names under which a form fills a type.</summary>
    private static IEnumerable<string> Fields(Type type, string name, int depth = 0)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(string) || bare.IsPrimitive || bare.IsEnum || bare.IsValueType || bare == typeof(IFormFile)
            || depth > 2) return [name];
        if (typeof(System.Collections.IEnumerable).IsAssignableFrom(bare))
            return [name, .. Fields(bare.IsArray ? bare.GetElementType()! : bare.GetGenericArguments()
                .LastOrDefault() ?? typeof(string), $"{name}[0]", depth + 1)];
        return bare.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(x => x.CanWrite)
            .SelectMany(x => Fields(x.PropertyType, $"{name}.{x.Name}", depth + 1));
    }

    /// <summary>A value as the description has it; what the world knows better is taken from there.</summary>
    private static JsonNode? Example(JsonNode whole, JsonNode schema, NaughtyWorld world, string name, int depth)
    {
        if (world.Right.TryGetValue(name.EndsWith('s') ? name[..^1] : name, out var right)
            && (string?)Kind(schema) is not "array") return JsonValue.Create(JsonSerializer.SerializeToElement(right));
        if (schema["$ref"] is { } reference) return Example(whole, At(whole, (string)reference!), world, name, depth);
        if (schema["oneOf"] is JsonArray or
            && or.FirstOrDefault(x => (string?)x!["type"] != "null") is { } one) return Example(whole, one, world, name, depth);
        if (depth > 5) return null;
        return Kind(schema) switch
        {
            "object" => new JsonObject((schema["properties"]?.AsObject() ?? [])
                .Select(x => KeyValuePair.Create(x.Key, Example(whole, x.Value!, world, x.Key, depth + 1)))),
            "array" => new JsonArray(Example(whole, schema["items"] ?? new JsonObject(), world, name.TrimEnd('s'), depth + 1)),
            "integer" or "number" => JsonValue.Create(3),
            "boolean" => JsonValue.Create(true),
            _ => JsonValue.Create((string?)schema["format"] switch
            {
                "uuid" => Guid.NewGuid().ToString(),
                "date" => "2026-07-01",
                _ => "tas",
            }),
        };
    }

    private static string? Kind(JsonNode schema) => schema["type"] switch
    {
        JsonArray kinds => (string?)kinds.LastOrDefault(x => (string?)x is not "null" and not "string") ?? "string",
        { } kind => (string?)kind,
        _ => schema["properties"] is null ? null : "object",
    };

    private static JsonNode At(JsonNode whole, string reference) =>
        reference.TrimStart('#', '/').Split('/')
            .Aggregate(whole, (node, step) => node[step.Replace("~1", "/", StringComparison.Ordinal)]!);
}
