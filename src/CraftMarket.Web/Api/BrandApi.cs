using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Api;

/// <summary>An artisan's brand.</summary>
internal static class BrandApi
{
    public static void MapBrand(this IEndpointRouteBuilder api)
    {
        api.MapPut("/artisans/me/brand", Change).RequireAuthorization(Policies.Artisan).WithName("changeBrand")
            .WithSummary("Gives one's brand a name, story, colour and logo.").Produces<BrandReply>().ProducesProblem(422);
        api.MapGet("/artisans/me/brand", Show).RequireAuthorization(Policies.Artisan).WithName("brand")
            .WithSummary("One's own brand.").Produces<BrandReply>().ProducesProblem(404);
    }

    private static async Task<IResult> Change(HttpContext http, BrandRequest brand, Dispatch dispatch, IQuerySession session)
    {
        var artisan = http.User.ArtisanId();
        var answer = await dispatch.Send(new ChangeBrand(artisan, brand.Name?.Trim() ?? "", brand.Story?.Trim() ?? "", brand.Colour ?? "",
            brand.LogoPhotoId is { } logo ? new(logo) : null));
        if (answer is Refusal refusal) return refusal.Problem(http);
        return Results.Ok(BrandReply.Of((await session.BrandOf(artisan, http.RequestAborted))!));
    }

    private static async Task<IResult> Show(HttpContext http, IQuerySession session) =>
        await session.BrandOf(http.User.ArtisanId(), http.RequestAborted) is { } brand ? Results.Ok(BrandReply.Of(brand)) : Refusal.Missing().Problem(http);

    private sealed record BrandRequest(string? Name, string? Story, string? Colour, Guid? LogoPhotoId);

    private sealed record BrandReply(Guid ArtisanId, string Name, string? Story, string? Colour, Guid? LogoPhotoId,
        IReadOnlyList<Media.Rendition> Logo)
    {
        public static BrandReply Of(Brand brand) =>
            new(brand.ArtisanId.Value, brand.Name, brand.Story, brand.Colour, brand.LogoPhotoId?.Value, brand.Logo);
    }
}
