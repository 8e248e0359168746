using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using CraftMarket.Catalogue;

namespace CraftMarket.Web.Api;

/// <summary>Writes a page of the shop window as the contract's list, the items as they came from the database.</summary>
internal sealed class JsonList(ShopListPage page) : IResult
{
    public const string ContentType = "application/json; charset=utf-8";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var end = string.Create(CultureInfo.InvariantCulture, $"],\"total\":{page.Total},\"page\":{page.Page},\"pageSize\":{ShopQuestion.PageSize}}}");
        response.ContentType = ContentType;
        response.ContentLength = Start.Length + page.Items.Length + Encoding.UTF8.GetByteCount(end);
        Write(response.BodyWriter, Start);
        Write(response.BodyWriter, page.Items);
        Write(response.BodyWriter, Encoding.UTF8.GetBytes(end));
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private static ReadOnlySpan<byte> Start => "{\"items\":["u8;

    private static void Write(PipeWriter body, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);
    }
}
