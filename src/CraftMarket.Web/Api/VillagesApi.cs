using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Api;

/// <summary>Villages as everyone may see them.</summary>
internal static class VillagesApi
{
    public static void MapVillages(this IEndpointRouteBuilder api)
    {
        api.MapGet("/villages", List).AllowAnonymous().WithName("villages")
            .WithSummary("Villages that are open or sell something, pilots first, then by stage.").Produces<VillageListReply>();
        api.MapGet("/villages/{slug}", Show).AllowAnonymous().WithName("village")
            .WithSummary("A village's identity, mark, gallery, stages, makers and products.").Produces<VillageReply>().ProducesProblem(404);
        api.MapVillageOffice();
    }

    private static async Task<IResult> List(HttpContext http, VillageList villages)
    {
        var all = await villages.AllAsync(http.RequestAborted);
        return Results.Ok(new VillageListReply([.. all.Select(x => new VillageItem(x.Code.Value, x.Slug, x.Name, x.Regency, TwoLanguages.Of(x.Tagline), x.Pilot,
            x.Stage?.Id, x.Makers, x.Products, x.Picture))], all.Count, 1, Math.Max(1, all.Count)));
    }

    private static async Task<IResult> Show(HttpContext http, string slug, IQuerySession session, ShopList shop)
    {
        if (await session.VillageBySlug(slug, http.RequestAborted) is not { } page) return Refusal.Missing().Problem(http);
        return Results.Ok(VillageReply.Of(page, (await shop.OfVillage(page.Region.Code, http.RequestAborted)).Cards()));
    }

    private sealed record VillageListReply(IReadOnlyList<VillageItem> Items, int Total, int Page, int PageSize);

    private sealed record VillageItem(string Code, string Slug, string Name, string Regency, TwoLanguages Tagline, bool Pilot, string? Stage, int Makers,
        int Products, IReadOnlyList<Media.Rendition> Picture);
}
