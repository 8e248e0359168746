using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Search;

namespace CraftMarket.Web.Api;

/// <summary>Writes a page of the shop window as the contract's list, the items as they came from the database.</summary>
internal sealed class JsonList(ShopListPage page) : IResult
{
    public const string ContentType = "application/json; charset=utf-8";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var end = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"],\"total\":{page.Total},\"page\":{page.Page},\"pageSize\":{SearchQuery.PageSize}{Choices(page)}}}"));
        response.ContentType = ContentType;
        var items = page.Items();
        response.ContentLength = Start.Length + items.Length + end.Length;
        Write(response.BodyWriter, Start);
        Write(response.BodyWriter, items);
        Write(response.BodyWriter, end);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>Only for who asked for them: the plain list stays as it always was.</summary>
    private static string Choices(ShopListPage page) => page.Facets is null ? ""
        : "," + JsonSerializer.Serialize(new ListChoices(page.Facets, page.Suggestion, page.Widenings),
            JsonSerializerOptions.Web)[1..^1];

    private static ReadOnlySpan<byte> Start => "{\"items\":["u8;

    private static void Write(PipeWriter body, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);
    }
}

/// <summary>How the list could go on: narrower, otherwise spelled, or wider when it is empty.</summary>
internal sealed record ListChoices(SearchFacets Facets, string? Suggestion, IReadOnlyList<Widening> Widenings);
