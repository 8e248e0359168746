using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace CraftMarket.Tests.Limits;

/// <summary>An operator can see who is being turned away, and cannot see who that is.</summary>
[Collection(nameof(LimitedMarket))]
public sealed class TurnedAwayTests(LimitedMarket limited)
{
    [Fact]
    public async Task a_failed_sign_in_and_a_refused_request_are_logged_with_a_tag_of_their_source_and_nothing_personal()
    {
        var (address, login) = (LimitedMarket.Elsewhere(), LimitedMarket.NewPhone());
        using HttpClient stranger = limited.From(address), other = limited.From();
        var before = limited.Market.Log.Lines.Count;
        await stranger.PostAsJsonAsync("/api/v1/sign-in", new { login, password = "salah-semua" }, Shop.Token);
        await stranger.GetAsync("/api/v1/batches", Shop.Token);
        await other.GetAsync("/api/v1/batches", Shop.Token);
        using var page = new Reader(limited.Market, address, role: null);
        await page.Open("/masuk");
        await page.Send("submit", ("login", login), ("password", "salah-lagi"));

        var lines = await Shop.Eventually(() => Task.FromResult(limited.Market.Log.Lines.Skip(before).ToList()), x =>
            x.Count >= 4);
        string TagOf(string line) =>
            Assert.Single(lines, x => Regex.IsMatch(x, $"^{line} [0-9]+ ms [^,]*, [a-z_]+ for [0-9A-F]{{12}}$"))[^12..];
        var tag = TagOf("POST /api/v1/sign-in 401");
        Assert.Equal(tag, TagOf("POST masuk 422"));
        var others = lines.Where(x => x.StartsWith("GET /api/v1/batches 401", StringComparison.Ordinal))
            .Select(x => x[^12..]).ToList();
        Assert.Equal(2, others.Count);
        Assert.Single(others, tag);
        Assert.Equal(2, lines.Count(x => x.Contains("bad_credentials for", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, x => x.Contains(address, StringComparison.Ordinal)
            || x.Contains(login[1..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_forged_signature_a_form_without_its_token_and_tickets_that_nobody_gave_out_are_logged_as_turned_away()
    {
        var address = LimitedMarket.Elsewhere();
        using var stranger = limited.From(address);
        var before = limited.Market.Log.Lines.Count;
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = JsonContent.Create(new { }) };
        forged.Headers.Add("Stripe-Signature", "t=1,v1=00");
        await stranger.SendAsync(forged, Shop.Token);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("login", LimitedMarket.NewPhone())]);
        await stranger.PostAsync("/masuk", form, Shop.Token);
        using var cart = new HttpRequestMessage(HttpMethod.Get, "/keranjang") { Headers = { { "Cookie", "cart=palsu" } } };
        await stranger.SendAsync(cart, Shop.Token);
        using var page = new Reader(limited.Market, address, role: null);
        await page.Open("/masuk");
        await page.Send("submit", ("step", "palsu"), ("code", "123456"));

        var lines = await Shop.Eventually(() => Task.FromResult(limited.Market.Log.Lines.Skip(before).ToList()),
            x => x.Count >= 4);
        var codes = lines.Select(x => Regex.Match(x, "([a-z_]+) for [0-9A-F]{12}$").Groups[1].Value).Where(x => x.Length > 0);
        Assert.Equal(["bad_signature", "bad_form_token", "bad_ticket", "bad_ticket"], codes);
        Assert.DoesNotContain(lines, x => x.Contains(address, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, x => x.Contains("palsu", StringComparison.Ordinal));
    }
}
