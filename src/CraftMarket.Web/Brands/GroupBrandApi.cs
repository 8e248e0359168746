using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Brands;

/// <summary>The brand of the group that an artisan is in.</summary>
internal static class GroupBrandApi
{
    public static void MapGroupBrand(this IEndpointRouteBuilder api)
    {
        api.MapPut("/artisans/me/group/brand", Change).RequireAuthorization(Policies.Artisan).WithName("changeGroupBrand")
            .WithSummary("Gives the group's brand a name, story, colour and logo, like one's own. Only the leader may.")
                .Produces<GroupBrandReply>()
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        api.MapGet("/artisans/me/group/brand", Show).RequireAuthorization(Policies.Artisan).WithName("groupBrand")
            .WithSummary("The brand of one's group.").Produces<GroupBrandReply>().ProducesProblem(404);
        api.MapGet("/artisans/me/group/brand/versions", Versions).RequireAuthorization(Policies.Artisan)
            .WithName("groupBrandVersions")
            .WithSummary("All versions that the brand of one's group ever had, newest first.").Produces<VersionList>()
                .ProducesProblem(404);
    }

    private static async Task<IResult> Change(HttpContext http, BrandRequest brand, Dispatch dispatch, IQuerySession session)
    {
        var artisan = http.User.ArtisanId();
        if (await session.GroupOf(artisan, http.RequestAborted) is not { } group) return Refusal.Missing().Problem(http);
        if (await dispatch.Send(new ChangeGroupBrand(group.Id, brand.By(artisan))) is Refusal refusal)
            return refusal.Problem(http);
        var changed = (await session.LoadAsync<MakerGroup>(group.Id, http.RequestAborted))!;
        return Results.Ok(await Reply(session, changed, http));
    }

    private static async Task<IResult> Show(HttpContext http, IQuerySession session) =>
        await session.GroupOf(http.User.ArtisanId(), http.RequestAborted) is { } group
            ? Results.Ok(await Reply(session, group, http)) : Refusal.Missing().Problem(http);

    private static async Task<IResult> Versions(HttpContext http, IQuerySession session) =>
        await session.GroupOf(http.User.ArtisanId(), http.RequestAborted) is { } group
            ? Results.Ok(VersionList.Of(await session.BrandVersionsOf(group.Id, http.RequestAborted)))
            : Refusal.Missing().Problem(http);

    private static async Task<GroupBrandReply> Reply(IQuerySession session, MakerGroup group, HttpContext http)
    {
        var brand = group.Brand;
        return new(group.Id.Value, group.Name, brand.Story, brand.Colour, brand.Logo?.Value,
            await session.LogoOf(group, http.RequestAborted),
            brand.StoryEnglish, brand.Accent, brand.Tagline, brand.CareNote, group.Slug, brand.Version,
            await session.ColoursFrom(brand.Logo, http.RequestAborted));
    }

    internal sealed record GroupBrandReply(Guid GroupId, string Name, string? Story, string? Colour, Guid? LogoPhotoId,
        IReadOnlyList<Rendition> Logo,
        string? StoryEnglish, string? Accent, string? Tagline, string? CareNote, string? Slug, int Version,
        IReadOnlyList<string> ProposedColours);
}
