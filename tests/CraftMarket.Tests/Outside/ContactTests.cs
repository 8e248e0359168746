using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.People.Contact;
using CraftMarket.People.Persons;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Tests.People;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Outside;

/// <summary>A buyer is led to a maker's WhatsApp only while the maker agrees.</summary>
public sealed class ContactTests(RunningMarket market)
{
    private static int _serial = Random.Shared.Next(1_000_000, 8_000_000);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_number_is_given_with_consent_alone_and_no_page_of_ours_tells_it()
    {
        using var maker = await AMaker();
        using var buyer = market.Visitor();
        Assert.DoesNotContain("ask-maker", await Page(buyer, maker), StringComparison.Ordinal);
        Assert.Equal($"/hubungi/{maker.Slug}", (await Ask(buyer, maker)).Headers.Location?.OriginalString);
        using (var desk = maker.Reader(market))
        {
            await desk.Open("/perajin/kontak");
            Assert.Contains("tidak terlihat", desk.Find("not-shared").TextContent, StringComparison.Ordinal);
            await desk.Send("share", ("number", maker.Number));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
            await desk.Send("share", ("number", "12"), ("agreed", "true"));
            Assert.Contains("WhatsApp", desk.Page.GetElementById("number-wrong")!.TextContent, StringComparison.Ordinal);
            await desk.Send("share", ("number", maker.Number), ("agreed", "true"));
            Assert.Contains(maker.E164["+62".Length..], desk.Find("shared")
                .TextContent.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        var page = await Page(buyer, maker);
        Assert.Contains("ask-maker", page, StringComparison.Ordinal);
        Assert.DoesNotContain(maker.E164[3..], page, StringComparison.Ordinal);
        Assert.DoesNotContain(maker.E164[3..], await buyer.GetStringAsync($"/hubungi/{maker.Slug}", Now),
            StringComparison.Ordinal);
        var led = (await Ask(buyer, maker)).Headers.Location!;
        Assert.Equal(("wa.me", "/" + maker.E164[1..]), (led.Host, led.AbsolutePath));
        Assert.Contains($"/produk/{maker.Slug}", Uri.UnescapeDataString(led.Query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task taking_it_back_counts_at_once_and_the_number_is_forgotten()
    {
        using var maker = await AMaker();
        using var buyer = market.Visitor();
        await Share(maker);
        Assert.Equal("wa.me", (await Ask(buyer, maker)).Headers.Location!.Host);
        using var desk = maker.Reader(market);
        await desk.Open("/perajin/kontak");
        await desk.Send("withdraw");
        Assert.StartsWith("/hubungi/", (await Ask(buyer, maker)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("ask-maker", await Page(buyer, maker), StringComparison.Ordinal);
        Assert.Contains("null", await maker.Artisan.GetStringAsync("/api/v1/artisans/me/contact", Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_buyer_reaches_the_maker_from_the_orders_page_while_she_agrees()
    {
        using var maker = await AMaker();
        using var visitor = market.Visitor();
        var product = (await Workshop.Read(await visitor.GetAsync($"/api/v1/products/{maker.Slug}", Now), 200))
            .GetProperty("id").GetGuid();
        var placed = await Workshop.Read(await visitor.Order("cod", (new ProductId(product), 1)), 201);
        var (id, key) = (placed.GetProperty("id").GetGuid(), placed.GetProperty("accessKey").GetString());
        using var buyer = new Reader(market);
        await buyer.Open($"/pesanan/{id}?key={key}");
        Assert.Null(buyer.Page.QuerySelector("[data-test=ask-maker]"));
        await Share(maker);
        await buyer.Open($"/pesanan/{id}?key={key}");
        Assert.DoesNotContain(maker.E164[3..], buyer.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        using var led = await AskAbout(visitor, placed, placed);
        Assert.Equal(("wa.me", "/" + maker.E164[1..]), (led.Headers.Location!.Host, led.Headers.Location.AbsolutePath));
        Assert.DoesNotContain(key!, led.Headers.Location.OriginalString, StringComparison.Ordinal);
        // It has no number until she takes it on.
        Assert.StartsWith("?text=Halo, saya pembeli di CraftMarket: 1 × ", Uri.UnescapeDataString(led.Headers.Location.Query),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task nobody_is_asked_about_an_order_that_the_maker_does_not_have()
    {
        using var maker = await AMaker();
        using var visitor = market.Visitor();
        await Share(maker);
        var product = (await Workshop.Read(await visitor.GetAsync($"/api/v1/products/{maker.Slug}", Now), 200))
            .GetProperty("id").GetGuid();
        var hers = await Workshop.Read(await visitor.Order("cod", (new ProductId(product), 1)), 201);
        var unpaid = await Workshop.Read(await visitor.Order("transfer", (new ProductId(product), 1)), 201);
        using var buyer = new Reader(market);
        await buyer.Open($"/pesanan/{unpaid.GetProperty("id").GetGuid()}?key={unpaid.GetProperty("accessKey").GetString()}");
        Assert.Null(buyer.Page.QuerySelector("[data-test=ask-maker]"));

        using var asked = await AskAbout(visitor, hers, unpaid);

        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
    }

    [Fact]
    public async Task whether_two_makers_can_be_reached_costs_no_more_round_trips_than_one()
    {
        using ReachableMaker first = await AMaker(), second = await AMaker(), silent = await AMaker();
        await Share(first);
        await Share(second);
        var contacts = market.Services.GetRequiredService<ShopContacts>();
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var (one, _) = await RoundTrips.Count(() => contacts.ReachableAsync(session, [first.Id], Now));
        var (many, reachable) = await RoundTrips.Count(() =>
            contacts.ReachableAsync(session, [first.Id, second.Id, silent.Id, ArtisanId.From(Guid.NewGuid())], Now));
        Assert.Equal([first.Id, second.Id], reachable.OrderBy(x => x == second.Id));
        Assert.Equal((2, 2), (one, many));
    }

    /// <summary>Presses «ask the maker» on the page of one order, for the part of another.</summary>
    private static async Task<HttpResponseMessage> AskAbout(HttpClient visitor, JsonElement shown, JsonElement asked)
    {
        using var reply = await visitor.GetAsync(Address(shown, ""), Now);
        var page = await new AngleSharp.Html.Parser.HtmlParser()
            .ParseDocumentAsync(await reply.Content.ReadAsStringAsync(Now), Now);
        var form = ((AngleSharp.Html.Dom.IHtmlButtonElement)page.QuerySelector("[data-test=ask-maker]")!).Form!;
        Assert.Equal(Address(shown, "/ask"), form.GetAttribute("action"));
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(asked, "/ask"))
        {
            Headers = { { "Cookie", string.Join("; ", reply.Headers.GetValues("Set-Cookie").Select(x => x.Split(';')[0])) } },
            Content = new FormUrlEncodedContent(
            [
                new("part", asked.GetProperty("parts")[0].GetProperty("id").GetString()),
                new("__RequestVerificationToken", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")),
            ]),
        };
        return await visitor.SendAsync(request, Now);

        static string Address(JsonElement order, string what) =>
            $"/pesanan/{order.GetProperty("id").GetGuid()}{what}?key={order.GetProperty("accessKey").GetString()}";
    }

    [Fact]
    public async Task who_orders_under_the_makers_own_number_does_not_review_the_goods()
    {
        using var maker = await AMaker();
        using var buyer = market.Visitor();
        var product = (await Workshop.Read(await buyer.GetAsync($"/api/v1/products/{maker.Slug}", Now), 200))
            .GetProperty("id").GetGuid();
        var placed = await Workshop.Read(await buyer.PostAsJsonAsync("/api/v1/orders",
            Shop.OrderOf("cod", [(new ProductId(product), 1)], maker.E164), Now), 201);
        var part = $"/api/v1/seller-orders/{placed.GetProperty("parts")[0].GetProperty("id").GetGuid()}";
        var review = new { key = placed.GetProperty("accessKey").GetString(), stars = 5, words = "Bagus." };
        await Workshop.Eventually(async () => (await maker.Artisan.PostAsync($"{part}/acceptance", null, Now)).StatusCode, x =>
            x == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK,
            (await maker.Artisan.PostAsJsonAsync($"{part}/shipment", new { courier = "JNE", trackingNumber = "1" }, Now))
            .StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await buyer.PostAsJsonAsync($"{part}/delivery", new { review.key }, Now)).StatusCode);
        await Share(maker);
        await Workshop.Eventually(async () => await (await buyer.PostAsJsonAsync($"{part}/review", review, Now))
            .Content.ReadAsStringAsync(Now), x => x.Contains("own_goods", StringComparison.Ordinal));
    }

    [Fact]
    public async Task who_is_erased_is_reached_no_more()
    {
        using var maker = await AMaker();
        using var buyer = market.Visitor();
        await Share(maker);
        Assert.IsType<Done>(await market.Send(new ErasePerson(maker.Person)));
        Assert.StartsWith("/hubungi/", (await Ask(buyer, maker)).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task programs_say_so_explicitly_too()
    {
        using var maker = await AMaker();
        var reply = await maker.Artisan.PutAsJsonAsync("/api/v1/artisans/me/contact", new { number = maker.Number }, Now);
        Assert.Equal((HttpStatusCode)422, reply.StatusCode);
        Assert.Contains("consent_missing", await reply.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        await Share(maker);
        Assert.Contains(maker.E164[1..], await maker.Artisan.GetStringAsync("/api/v1/artisans/me/contact", Now),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await maker.Artisan.DeleteAsync("/api/v1/artisans/me/contact", Now)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await maker.Artisan.DeleteAsync("/api/v1/artisans/me/contact", Now)).StatusCode);
    }

    private static async Task Share(ReachableMaker maker) => Assert.Equal(HttpStatusCode.NoContent,
        (await maker.Artisan.PutAsJsonAsync("/api/v1/artisans/me/contact", new { number = maker.Number, agreed = true }, Now))
            .StatusCode);

    private static Task<string> Page(HttpClient buyer, ReachableMaker maker) =>
        buyer.GetStringAsync($"/produk/{maker.Slug}", Now);

    private static Task<HttpResponseMessage> Ask(HttpClient buyer, ReachableMaker maker) =>
        buyer.PostAsync($"/hubungi/{maker.Slug}", null, Now);

    /// <summary>A maker with an account and a product on sale.</summary>
    private async Task<ReachableMaker> AMaker()
    {
        var number = $"0812{Interlocked.Increment(ref _serial)}";
        using var workshop = await Workshop.Open(market);
        var person = await market.Registered(Villagers.Inaq($"Inaq Telepon {number}", number));
        var token = await market.Invited(person, number, workshop.Id);
        using var visitor = market.Visitor();
        var joined = await visitor.PostAsJsonAsync($"/api/v1/invitations/{token}",
            new { password = "tembakau anyam senja", consents = new[] { "shop" } }, Now);
        Assert.Equal(HttpStatusCode.Created, joined.StatusCode);
        var slug = (await workshop.OnSale(await workshop.Bag())).GetProperty("slug").GetString()!;
        return new(workshop.Id, person, number, slug,
            market.As("artisan", ("artisan", workshop.Id.Value.ToString()), ("person", person.Value.ToString())));
    }

    private sealed record ReachableMaker(ArtisanId Id, PersonId Person, string Number, string Slug, HttpClient Artisan)
        : IDisposable
    {
        public string E164 => $"+62{Number[1..]}";

        public Reader Reader(RunningMarket market) =>
            new(market, "artisan", ("artisan", Id.Value.ToString()), ("person", Person.Value.ToString()));

        public void Dispose() => Artisan.Dispose();
    }
}
