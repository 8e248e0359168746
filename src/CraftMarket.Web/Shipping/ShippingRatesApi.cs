using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Operating;
using CraftMarket.Web.Outside;
using Marten;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Shipping;

/// <summary>What shipping costs: asked by anybody for a product and a place; the table is read and imported by the
/// operator.</summary>
internal static class ShippingRatesApi
{
    public static void MapShippingRates(this IEndpointRouteBuilder api)
    {
        api.MapGet("/products/{id:guid}/shipping", Quote).AllowAnonymous().WithName("quoteShipping")
            .WithSummary("What sending so many pieces of it to a regency or city costs today, and how many days it takes.")
            .Produces<ParcelQuote>().ProducesProblem(404).ProducesProblem(422);
        api.MapPost("/shipping-rates/import", Import).RequireAuthorization(Policies.Operator).WithName("importShippingRates")
            .WithSummary("Takes in a table (multipart, field file, CSV), whole or not at all; check=true only looks.")
            .WithMetadata(new RequestSizeLimitAttribute(BodySizes.List))
            .Produces<Imported>().ProducesProblem(413).ProducesProblem(422);
        api.MapGet("/shipping-rates.csv", Export).RequireAuthorization(Policies.Operator).WithName("shippingRates")
            .WithSummary("The rates that hold today or will hold later, in the form that the import reads.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<IResult> Quote(HttpContext http, Guid id, IQuerySession session, TimeProvider clock,
        string? to = null, int quantity = 1)
    {
        var product = new ProductId(id);
        if (await session.LoadAsync<Offer>(product.Value, http.RequestAborted) is not { OnSale: true } offer)
            return Refusal.Missing().Problem(http);
        if (WishLimits.Check([new(product, quantity)]) is { } wrong) return (wrong with { Field = "quantity" }).Problem(http);
        RegionCode? place = RegionCode.TryParse(to, out var code) ? code : null;
        var rates = await ShippingRates.Towards(session, place, LocalMonth.DayOf(clock.GetUtcNow()), http.RequestAborted);
        return place is { } known && rates.Quote(offer.Village, known, offer.WeightGrams * quantity) is { } parcel
            ? Results.Ok(parcel) : (ShippingRates.Unreached with { Field = "to" }).Problem(http);
    }

    /// <param name="Taken">False when it was only checked.</param>
    internal sealed record Imported(int Changed, int Unchanged, bool Taken);

    internal sealed record RejectedRate(int Row, string Code, string Detail, string Zone);

    // The form is read by hand: bound as a parameter it would ask programs for a browser's antiforgery token.
    private static async Task<IResult> Import(HttpContext http, Dispatch dispatch, bool check = false)
    {
        if (!http.Request.HasFormContentType) return NoFile.Problem(http);
        var form = await http.ReadForm();
        var answer = await Take(await Read(form.Files.GetFile("file"), http.RequestAborted), dispatch, check);
        if (answer is not RatesRead read) return answer.Reply(http, () => Results.NoContent());
        if (read.Wrong.Any()) return Rejected(read, http).Problem(http);
        return Results.Ok(new Imported(read.Changed, read.Rows.Count - read.Changed, read.Taken));
    }

    /// <summary>The file as a table, or why it is none.</summary>
    public static async Task<Answer> Read(IFormFile? file, CancellationToken cancellation)
    {
        if (file is not { Length: > 0 }) return NoFile;
        if (file.Length > RateFile.MaxBytes) return TooLarge;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return RateFile.Read(bytes.ToArray());
    }

    /// <summary>For a program or for the operator's page.</summary>
    public static async Task<Answer> Take(Answer file, Dispatch dispatch, bool onlyLook) =>
        file is RateFile table ? await dispatch.Send(new ImportRates(table, onlyLook)) : file;

    private static async Task<IResult> Export(HttpContext http, IQuerySession session, TimeProvider clock) =>
        Results.Bytes(await Csv(session, clock, http.RequestAborted), Outside.Csv.ContentType, FileName(clock));

    public static string FileName(TimeProvider clock) => $"ongkir-{LocalMonth.DayOf(clock.GetUtcNow()):yyyy-MM-dd}.csv";

    public static async Task<byte[]> Csv(IQuerySession session, TimeProvider clock, CancellationToken cancellation)
    {
        var table = await RateTable.Read(session, LocalMonth.DayOf(clock.GetUtcNow()), cancellation);
        using var bytes = new MemoryStream();
        await using (var csv = Outside.Csv.Writer(bytes))
        {
            await csv.RowAsync(RateFile.Columns, cancellation);
            foreach (var line in table.Lines)
            {
                var rate = line.Rate;
                await csv.RowAsync([line.Zone, ZoneWords.Of(line.Zone, "id"), $"{line.From:yyyy-MM-dd}",
                    $"{rate?.FirstKilogram.Amount}",
                    $"{rate?.FurtherKilogram.Amount}", $"{rate?.DaysMin}", $"{rate?.DaysMax}"], cancellation);
            }
        }

        return bytes.ToArray();
    }

    private static Refusal Rejected(RatesRead read, HttpContext http) => Refusal.Invalid("rows_rejected",
        "Ada baris yang salah, jadi tidak ada yang disimpan. Perbaiki baris itu, lalu kirim lagi.",
        "Some rows are wrong, so nothing was kept. Correct them and send the file again.", "file") with
    {
        Details = new Dictionary<string, object?>
        {
            ["rejected"] = read.Wrong.Select(x => new RejectedRate(x.Row, x.Problem!.Code, x.Problem.Why.In(Language.Of(http)),
                x.Zone)).ToList(),
        },
    };

    private static readonly Refusal NoFile = Refusal.Invalid("file_required", "Kirim berkas CSV di kolom file.",
        "Send a CSV file in the field file.", "file");

    private static readonly Refusal TooLarge = new("too_large", new("Berkas ini lebih dari 512 KB.", "This file is over 512 KB."),
        RefusalKind.TooLarge)
    {
        Field = "file",
    };
}
