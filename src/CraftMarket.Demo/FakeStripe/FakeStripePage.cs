using System.Net;
using CraftMarket.Payments;
using Marten;

namespace CraftMarket.Demo;

/// <summary>The page on which a newcomer pays with money that does not exist.</summary>
internal static class FakeStripePage
{
    public static void MapFakeStripePage(this IEndpointRouteBuilder standIn)
    {
        standIn.MapGet("/pay/{id}", Show);
        standIn.MapPost("/pay/{id}", Act);
    }

    private static async Task<IResult> Show(string id, IQuerySession documents, HttpContext http) =>
        await documents.LoadAsync<FakeStripeSession>(id, http.RequestAborted) is { } session ? Page(session, declined: false)
            : Results.NotFound();

    private static async Task<IResult> Act(string id, IDocumentSession documents, FakeStripe fake, HttpContext http)
    {
        if (await documents.LoadAsync<FakeStripeSession>(id, http.RequestAborted) is not { } session) return Results.NotFound();
        var action = (await http.Request.ReadFormAsync(http.RequestAborted))["action"].ToString();
        if (action == "later") return Back(session.CancelUrl.Length > 0 ? session.CancelUrl : session.SuccessUrl);
        if (action == "decline") return Page(session, declined: true);
        var paid = await fake.Pay(id, http.RequestAborted) is not null || session.PaymentStatus == "paid";
        return paid ? Back(session.SuccessUrl.Replace("{CHECKOUT_SESSION_ID}", id))
            : Page(session with { Status = "expired" }, declined: false);
    }

    private static IResult Page(FakeStripeSession session, bool declined) => Results.Content($$"""
        <!doctype html>
        <html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Pembayaran (contoh)</title>
        <link rel="stylesheet" href="/market.css">
        <main class="wide narrow"><h1>Pembayaran contoh</h1>
        <p>Halaman ini menggantikan Stripe selama pengembangan. Tidak ada uang yang berpindah.</p>
        <dl class="facts">{{string.Concat(session.Lines.Select(x => Shown(session, x)))}}</dl>
        <p><strong>Jumlah: {{Read(session, session.Amount)}}</strong></p>
        {{(declined ? "<p class=\"problem\" role=\"alert\">Kartu ditolak bank. Coba lagi atau pilih cara lain.</p>" : "")}}
        {{(session.Status == "open" ? """
            <form method="post" class="actions"><button name="action" value="pay">Bayar</button>
                <button class="second" name="action" value="decline">Coba kartu yang ditolak</button>
            <button class="second" name="action" value="later">Bayar nanti</button></form>
            """
            : Closed(session))}}
        </main></html>
        """, "text/html; charset=utf-8");

    private static string Shown(FakeStripeSession session, FakeStripeLine line) =>
        $"<div><dt>{WebUtility.HtmlEncode(line.Name)}</dt><dd>{Read(session, line.Amount)}</dd></div>";

    private static string Closed(FakeStripeSession session) => "<p>Halaman ini sudah ditutup. "
        + $"<a href=\"{WebUtility.HtmlEncode(session.CancelUrl)}\">Kembali ke pesanan</a></p>";

    private static SeeOther Back(string url) => new SeeOther(url);

    private static Rupiah Read(FakeStripeSession session, long amount) => StripeAmount.Read(amount, session.Currency);

    /// <summary>After a form the browser fetches the next page with GET, whatever the form was sent with.</summary>
    private sealed class SeeOther(string url) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = url;
            return Task.CompletedTask;
        }
    }
}
