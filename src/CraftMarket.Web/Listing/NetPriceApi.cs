using System.Globalization;
using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using Marten;

namespace CraftMarket.Web.Listing;

/// <summary>Answers an artisan's question what a price leaves. What is asked is kept nowhere.</summary>
internal static class NetPriceApi
{
    private const long Most = 1_000_000_000;

    public static void MapNetPrice(this IEndpointRouteBuilder api) =>
        api.MapGet("/artisans/me/net-price", Ask).RequireAuthorization(Policies.Artisan).WithName("netPrice").WithTags("Products")
            .WithSummary("What is left of a price after the fee that a sale today would freeze, and whether it pays for "
                + "material and work; of one piece, or of several sold together.")
            .Produces<NetPrice>().ProducesProblem(422);

    private static async Task<IResult> Ask(HttpContext http, IQuerySession session, string? price = null,
        string? materialCost = null, string? hours = null, string? hourly = null, string? pieces = null)
    {
        var sold = int.TryParse(pieces ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 1 and <= 1_000 ? count : (int?)null;
        var worked = decimal.TryParse(hours ?? "0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read)
            && read <= 10_000 ? read : (decimal?)null;
        foreach (var (field, value) in new[] { ("price", Money(price)), ("materialCost", Money(materialCost)),
            ("hourly", Money(hourly)) })
            if (value is null) return NoAmount(field).Problem(http);
        if (worked is not { } time) return NoAmount("hours").Problem(http);
        if (sold is not { } together) return NoAmount("pieces").Problem(http);
        return Results.Ok(await NetPrice.Of(session, http.User.ArtisanId(), Money(price)!.Value,
            new(Money(materialCost)!.Value, time, Money(hourly)!.Value), http.RequestAborted, together));
    }

    private static Rupiah? Money(string? text) =>
        long.TryParse(text ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount <= Most
            ? new(amount) : null;

    private static Refusal NoAmount(string field) =>
        Refusal.Invalid("bad_amount", "Tulis jumlahnya dengan angka, paling banyak satu miliar.",
        "Write the amount as a number, at most a thousand million.", field);
}
