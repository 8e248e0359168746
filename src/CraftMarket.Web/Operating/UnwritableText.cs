using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CraftMarket.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace CraftMarket.Web.Operating;

/// <summary>A text of a body holds U+0000.</summary>
/// <param name="path">Where, as <c>$.name</c>; null when the reader of JSON is to say it.</param>
internal sealed class UnwritableTextException(string? path = null) : JsonException(null, path, null, null);

/// <summary>Refuses what PostgreSQL cannot store, U+0000, wherever a text comes in: in bodies, forms and queries. And nulls in
/// lists, which mean nothing.</summary>
internal static class UnwritableText
{
    private const char Nil = '\0';

    public static void AddReadableInput(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new TextConverter());
            json.SerializerOptions.TypeInfoResolver = json.SerializerOptions.TypeInfoResolver!.WithAddedModifier(RefuseGaps);
        });
        services.Configure<MvcOptions>(options => options.Filters.Add<WholeForm>());
    }

    /// <summary>Before routing: a query is there for every route.</summary>
    public static void UseReadableInput(this WebApplication app) => app.Use((http, next) =>
    {
        if (!HasKnownCharset(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        if (!http.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal)) return next(http);
        var field = http.Request.Query.FirstOrDefault(x => Holds(x.Key) || x.Value.Any(Holds)).Key;
        if (field is null) return next(http);
        if (http.Request.Path.StartsWithSegments("/api")) return Refused(field).Problem(http).ExecuteAsync(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>Reads a form that no framework binds; what is none is its sender's mistake, not ours.</summary>
    public static async Task<IFormCollection> ReadForm(this HttpContext http)
    {
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return form.FirstOrDefault(x => Holds(x.Key) || x.Value.Any(Holds)).Key is { } field
                ? throw new BadHttpRequestException("The form holds U+0000.", new UnwritableTextException($"$.{field}"))
                : form;
        }
        catch (Exception e) when (IsNoForm(e))
        {
            throw new BadHttpRequestException("The form cannot be read.", e);
        }
    }

    /// <summary>Whether the parts of a form are not what its header says; the reader tells a missing end as if a stream of ours
    /// had failed.</summary>
    public static bool IsNoForm(Exception failure) =>
        failure is InvalidDataException or IOException { Source: "Microsoft.AspNetCore.WebUtilities" };

    public static Refusal Refused(string? field) =>
        Refusal.Invalid("invalid_text", "Ada huruf yang tidak bisa disimpan (U+0000). Tulis ulang isian ini.",
        "There is a character that cannot be stored (U+0000). Write this again.", field);

    /// <summary>The field that a path of JSON such as <c>$.lines[0].quantity</c> names; null for the whole.</summary>
    public static string? FieldAt(string? path) =>
        path is { Length: > 2 } && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : null;

    public static bool Holds(string? text) => text?.Contains(Nil, StringComparison.Ordinal) == true;

    private static bool HasKnownCharset(HttpRequest request) =>
        request.ContentType is not { } text || !text.Contains("charset", StringComparison.OrdinalIgnoreCase)
        || !MediaTypeHeaderValue.TryParse(text, out var type) || !type.Charset.HasValue || type.Encoding is not null;

    private static void RefuseGaps(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        var lists = type.Properties.Where(x => x.Get is not null && IsList(x.PropertyType)).ToList();
        if (lists.Count == 0) return;
        type.OnDeserialized += read =>
        {
            foreach (var list in lists)
                if (list.Get!(read) is IEnumerable items && items.Cast<object?>().Contains(null)) throw new JsonException(null,
                    $"$.{list.Name}", null, null);
        };
    }

    private static bool IsList(Type type) => type != typeof(string) && type.GetInterfaces().Append(type)
        .Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            && !x.GetGenericArguments()[0].IsValueType);

    private sealed class TextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Whole(reader.GetString());

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert,
            JsonSerializerOptions options) => Whole(reader.GetString())!;

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value);

        private static string? Whole(string? text) => Holds(text) ? throw new UnwritableTextException() : text;
    }

    /// <summary>No browser sends it in a form; who does is told that the form cannot be read.</summary>
    private sealed class WholeForm : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context)
        {
        }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            try
            {
                var request = context.HttpContext.Request;
                if (!HttpMethods.IsGet(request.Method) && request.HasFormContentType
                    && request.Form.Any(x => Holds(x.Key) || x.Value.Any(Holds))) context.Result = new BadRequestResult();
            }
            catch (Exception e) when (IsNoForm(e))
            {
                context.Result = new BadRequestResult();
            }
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
        }
    }
}
