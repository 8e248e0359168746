using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Brands;

/// <summary>An artisan's brand.</summary>
internal static class BrandApi
{
    public static void MapBrand(this IEndpointRouteBuilder api)
    {
        api.MapPut("/artisans/me/brand", Change).RequireAuthorization(Policies.Artisan).WithName("changeBrand")
            .WithSummary("Gives one's brand a name, story, colour and logo.").Produces<BrandReply>().ProducesProblem(422);
        api.MapGet("/artisans/me/brand", Show).RequireAuthorization(Policies.Artisan).WithName("brand")
            .WithSummary("One's own brand.").Produces<BrandReply>().ProducesProblem(404);
        api.MapGet("/artisans/me/brand/versions", Versions).RequireAuthorization(Policies.Artisan).WithName("brandVersions")
            .WithSummary("All versions that one's brand ever had, newest first.").Produces<VersionList>();
    }

    private static async Task<IResult> Change(HttpContext http, BrandRequest brand, Dispatch dispatch, IQuerySession session)
    {
        var artisan = http.User.ArtisanId();
        var answer = await dispatch.Send(brand.By(artisan));
        if (answer is Refusal refusal) return refusal.Problem(http);
        var changed = (await session.BrandOf(artisan, http.RequestAborted))!;
        return Results.Ok(await BrandReply.Of(changed, session, http.RequestAborted));
    }

    private static async Task<IResult> Show(HttpContext http, IQuerySession session) =>
        await session.BrandOf(http.User.ArtisanId(), http.RequestAborted) is { } brand
            ? Results.Ok(await BrandReply.Of(brand, session, http.RequestAborted)) : Refusal.Missing().Problem(http);

    private static async Task<IResult> Versions(HttpContext http, IQuerySession session) =>
        Results.Ok(VersionList.Of(await session.BrandVersionsOf(http.User.ArtisanId(), http.RequestAborted)));

    /// <param name="ProposedColours">From the logo, each fit to be read; none until it was looked at.</param>
    internal sealed record BrandReply(Guid ArtisanId, string Name, string? Story, string? Colour, Guid? LogoPhotoId,
        IReadOnlyList<Media.Rendition> Logo, string? StoryEnglish, string? Accent, string? Tagline, string? CareNote,
        string? Slug, int Version, IReadOnlyList<string> ProposedColours)
    {
        public static async Task<BrandReply> Of(Brand brand, IQuerySession session, CancellationToken cancellation) =>
            new(brand.ArtisanId.Value, brand.Name, brand.Story, brand.Colour, brand.LogoPhotoId?.Value, brand.Logo,
                brand.StoryEnglish, brand.Accent, brand.Tagline, brand.CareNote, brand.Slug, brand.Version,
                await session.ColoursFrom(brand.LogoPhotoId, cancellation));
    }
}

/// <summary>A brand as a program says it, one's own or that of a group.</summary>
internal sealed record BrandRequest(string? Name, string? Story, string? Colour, Guid? LogoPhotoId, string? StoryEnglish,
    string? Accent, string? Tagline, string? CareNote)
{
    internal ChangeBrand By(ArtisanId artisan) =>
        new(artisan, Name?.Trim() ?? "", Story?.Trim() ?? "", Colour ?? "", LogoPhotoId is { } logo ? new(logo) : null)
        {
            StoryEnglish = StoryEnglish?.Trim(),
            Accent = Accent,
            Tagline = Tagline?.Trim(),
            CareNote = CareNote?.Trim(),
        };
}

/// <summary>All versions of a brand, newest first.</summary>
internal sealed record VersionList(IReadOnlyList<VersionReply> Items, int Total, int Page, int PageSize)
{
    public static VersionList Of(IReadOnlyList<BrandVersion> versions) =>
        new([.. versions.Select(x => new VersionReply(x.Number, x.Since, x.Brand.Name, x.Brand.Story,
        x.Brand.StoryEnglish, x.Brand.Colour, x.Brand.Accent, x.Brand.Tagline, x.Brand.CareNote, x.Logo))], versions.Count, 1,
        Math.Max(1, versions.Count));
}

/// <summary>A version of a brand.</summary>
internal sealed record VersionReply(int Version, DateTimeOffset Since, string Name, string Story, string? StoryEnglish,
    string Colour, string? Accent, string? Tagline, string? CareNote, string? Logo);
