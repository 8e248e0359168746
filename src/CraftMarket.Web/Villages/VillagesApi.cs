using System.Security.Cryptography;
using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Web.Api;
using CraftMarket.Web.Storefront;
using Marten;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace CraftMarket.Web.Villages;

/// <summary>Villages as everyone may see them.</summary>
internal static class VillagesApi
{
    public static void MapVillages(this IEndpointRouteBuilder api)
    {
        api.MapGet("/villages", List).AllowAnonymous().WithName("villages")
            .WithSummary("Villages that are open or sell something, pilots first, then by stage.").Produces<VillageListReply>();
        api.MapGet("/villages/{slug}", Show).AllowAnonymous().WithName("village")
            .WithSummary("A village's identity, mark, gallery, stages, makers, groups of makers and products.")
                .Produces<VillageReply>().ProducesProblem(404);
        api.MapVillageOffice();
    }

    private static async Task<IResult> List(HttpContext http, VillageList villages)
    {
        var all = await villages.AllAsync(http.RequestAborted);
        return Results.Ok(new VillageListReply([.. all.Select(x =>
            new VillageItem(x.Code.Value, x.Slug, x.Name, x.Regency, TwoLanguages.Of(x.Tagline), x.Pilot,
            x.Stage?.Id, x.Makers, x.Products, x.Picture))], all.Count, 1, Math.Max(1, all.Count)));
    }

    private static async Task<IResult> Show(HttpContext http, string slug, IQuerySession session, ShopList shop,
        IOptions<JsonOptions> json)
    {
        if (await session.VillageBySlug(slug, http.RequestAborted) is not { } page) return Refusal.Missing().Problem(http);
        var reply = VillageReply.Of(page, (await shop.OfVillage(page.Region.Code, http.RequestAborted)).Cards());
        var written = JsonSerializer.SerializeToUtf8Bytes(reply, json.Value.SerializerOptions);
        http.Response.Headers.ETag = VillageTag.Of(page.Village?.Edition ?? 0, written);
        return Results.Bytes(written, JsonList.ContentType);
    }

    internal sealed record VillageListReply(IReadOnlyList<VillageItem> Items, int Total, int Page, int PageSize);

    internal sealed record VillageItem(string Code, string Slug, string Name, string Regency, TwoLanguages Tagline, bool Pilot,
        string? Stage, int Makers, int Products, IReadOnlyList<Media.Rendition> Picture);
}

/// <summary>The ETag of a village: the office's edition, then what all of it comes to, so that goods and makers change the tag
/// but make no edit stale.</summary>
internal static class VillageTag
{
    public static string Of(int edition) => $"\"{edition}\"";

    public static string Of(int edition, byte[] shown) =>
        $"\"{edition}-{Convert.ToHexStringLower(SHA256.HashData(shown).AsSpan(0, 8))}\"";
}
