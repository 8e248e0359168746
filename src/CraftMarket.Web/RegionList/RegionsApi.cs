using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Listing;
using CraftMarket.Web.Operating;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.RegionList;

/// <summary>The official list of regions: imported by the office, read by everybody.</summary>
internal static class RegionsApi
{
    public static void MapRegions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/regions/import", Import).RequireAuthorization(Policies.Staff).WithName("importRegions")
            .WithSummary("Takes in an official list (multipart, field file, CSV). The same list again changes nothing.")
            .WithMetadata(new RequestSizeLimitAttribute(BodySizes.List))
            .Produces<Imported>().ProducesProblem(413).ProducesProblem(422);
        api.MapGet("/regions/without-bps-code", WithoutBps).RequireAuthorization(Policies.Staff).WithName("regionsWithoutBpsCode")
            .WithSummary("The villages whose BPS code nobody has stated yet.").Produces<RegionList>();
        api.MapGet("/regions/{code}", Show).AllowAnonymous().WithName("region")
            .WithSummary("A region by its Kemendagri or BPS code, also one that is no longer in the list.")
                .Produces<RegionReply>().ProducesProblem(404);
    }

    /// <param name="GoneWithheld">Some line could not be read, so no region was marked as gone.</param>
    internal sealed record Imported(int Count, int Changed, int Unchanged, int Gone, IReadOnlyList<RejectedRow> Rejected,
        bool GoneWithheld) : Answer
    {
        [System.Text.Json.Serialization.JsonPropertyName("imported")]
        public int Count { get; } = Count;
    }

    /// <param name="Region">The region's code as it is written there.</param>
    internal sealed record RejectedRow(int Row, string Code, string Detail, string Region);

    // The form is read by hand: bound as a parameter it would ask programs for a browser's antiforgery token.
    private static async Task<IResult> Import(HttpContext http, Dispatch dispatch, RegionsLearned regions)
    {
        if (!http.Request.HasFormContentType) return NoFile.Problem(http);
        var form = await http.ReadForm();
        return (await Take(form.Files.GetFile("file"), dispatch, regions, http)).Reply<Imported>(http, x => Results.Ok(x));
    }

    /// <summary>Takes the list in, for a program or for the office's page; this node knows it before the answer goes
    /// out.</summary>
    public static async Task<Answer> Take(IFormFile? file, Dispatch dispatch, RegionsLearned regions, HttpContext http)
    {
        if (file is not { Length: > 0 }) return NoFile;
        if (file.Length > RegionFile.MaxBytes) return TooLarge;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, http.RequestAborted);
        var read = RegionFile.Read(bytes.ToArray());
        if (read is not RegionFile list) return read;
        if (await dispatch.Send(new ImportRegions(list)) is not RegionsTaken taken) return Dispatch.Stale;
        await regions.LookAsync(http.RequestAborted);
        return new Imported(taken.Imported, taken.Changed, taken.Unchanged, taken.Gone,
            [.. taken.Rejected.Select(x => new RejectedRow(x.Row, x.Code, x.Why.In(Language.Of(http)), x.Region))],
                taken.GoneWithheld);
    }

    private static IResult Show(HttpContext http, string code) =>
        ((RegionCode.TryParse(code, out var known) ? Regions.Find(known) : null) ?? Regions.ByBps(code)) is { } region
            ? Results.Ok(RegionReply.Of(region)) : Refusal.Missing().Problem(http);

    private static IResult WithoutBps(int page = 1)
    {
        var all = Regions.Villages.Where(x => x.BpsCode is null).ToList();
        var shown = Math.Clamp(page, 1, 1_000);
        return Results.Ok(new RegionList([.. all.Skip((shown - 1) * RegionList.Size).Take(RegionList.Size)
            .Select(RegionReply.Of)], all.Count, shown, RegionList.Size));
    }

    private static readonly Refusal NoFile = Refusal.Invalid("file_required", "Kirim berkas CSV di kolom file.",
        "Send a CSV file in the field file.", "file");

    private static readonly Refusal TooLarge = new("too_large", new("Berkas ini lebih dari 4 MB. Bagi menjadi beberapa berkas.",
        "This file is over 4 MB. Split it into parts."), RefusalKind.TooLarge)
    {
        Field = "file",
    };

    /// <param name="Gone">No longer in the official list.</param>
    internal sealed record RegionReply(string Code, string Name, string? BpsCode, string? Slug, bool Gone)
    {
        public static RegionReply Of(Region region) =>
            new(region.Code.Value, region.Name, region.BpsCode, region.Code.IsVillage ? region.Slug : null, region.Gone);
    }

    internal sealed record RegionList(IReadOnlyList<RegionReply> Items, int Total, int Page, int PageSize)
    {
        public const int Size = 500;
    }
}
