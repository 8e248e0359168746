using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.People.Joining;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.People;

public sealed class InvitationTests(RunningMarket market)
{
    private const string Good = "tembakau anyam senja";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_invited_artisan_sets_a_password_and_signs_in_with_her_phone()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Kamar"));
        var artisan = new ArtisanId(Guid.CreateVersion7());
        var token = await market.Invited(person, "0812-5550-3301", artisan);
        var card = Assert.IsType<InvitationCard>(await Desk.Peek(token, Now));
        Assert.Equal(("Inaq Kamar", "…3301"), (card.FirstName, card.LoginHint));
        Assert.Equal(HttpStatusCode.Created, (await Accept(token, Good, "shop", "income")).StatusCode);
        Assert.Equal(["artisan"], await RolesOf("+62 812 5550 3301"));
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var register = await session.LoadAsync<ConsentRegister>(ConsentRegister.StreamOf(person), Now);
        Assert.Equal(["account", "income", "shop"], register!.Given.Keys.Order());
    }

    [Fact]
    public async Task what_she_agrees_to_is_told_even_when_nothing_runs_after_the_acceptance()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Setuju"));
        var token = await market.Invited(person, "081255503310");
        Assert.IsType<InvitationAccepted>(await Desk.Accept(token, Good, null, ["training"], Now));
        await Shop.Eventually(async () =>
        {
            await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
            return (await session.LoadAsync<CraftMarket.Catalogue.TrainingConsent>(person.Value, Now))?.Given;
        }, x => x == true);
    }

    [Fact]
    public async Task an_invitation_works_once_even_when_it_is_used_ten_times_at_once()
    {
        var token = await market.Invited(await market.Registered(Villagers.Inaq("Inaq Sepuluh")), "081255503302");
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Accept(token, $"{Good} {i}")));
        Assert.Single(replies, x => x.StatusCode == HttpStatusCode.Created);
        foreach (var loser in replies.Where(x => x.StatusCode != HttpStatusCode.Created))
            await Refused(loser, 409, "used_invitation");
    }

    [Fact]
    public async Task a_new_invitation_makes_the_old_link_worthless()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Lama"));
        var artisan = new ArtisanId(Guid.CreateVersion7());
        var old = await market.Invited(person, "081255503303", artisan);
        var latest = await market.Invited(person, "081255503303", artisan);
        await Refused(await Accept(old, Good), 404, "invalid_invitation");
        Assert.Equal(HttpStatusCode.Created, (await Accept(latest, Good)).StatusCode);
        await Refused(await market.Send(new MakeInvitation(artisan, person, "081255503303")), "already_artisan");
    }

    [Theory]
    [InlineData("pendek", "081255503304")]
    [InlineData("password123", "081255503305")]
    [InlineData("081255503306", "081255503306")]
    [InlineData(null, "081255503307")]
    public async Task a_weak_password_is_refused_and_the_invitation_stays_good(string? password, string login)
    {
        var token = await market.Invited(await market.Registered(Villagers.Inaq($"Inaq Lemah {login}")), login);
        await Refused(await Accept(token, password), 422, "weak_password");
        Assert.IsType<InvitationCard>(await Desk.Peek(token, Now));
    }

    [Fact]
    public async Task nobody_is_invited_to_a_login_that_is_anothers()
    {
        await market.Invited(await market.Registered(Villagers.Inaq("Inaq Pertama")), "081255503401");
        var second = await market.Registered(Villagers.Inaq("Inaq Kedua"));
        await Refused(await market.Send(new MakeInvitation(new(Guid.NewGuid()), second, "+6281255503401")), "login_taken");
        await Refused(await market.Send(new MakeInvitation(new(Guid.NewGuid()), second, "office@craftmarket.test")),
            "login_taken");
        await Refused(await market.Send(new MakeInvitation(new(Guid.NewGuid()), second, "bukan nomor")), "invalid_login");
    }

    [Fact]
    public async Task a_made_up_link_opens_nothing() =>
        await Refused(await Accept("bukan-undangan", Good), 404, "invalid_invitation");

    [Fact]
    public async Task what_the_shop_shows_is_told_and_not_asked_as_a_consent_that_nothing_would_heed()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Terang"));
        using var invited = new Reader(market);
        await invited.Open($"/undangan/{await market.Invited(person, "081255503501")}");
        Assert.Equal(["income", "training"], invited.Page.QuerySelectorAll("[name=consents]")
            .Select(x => x.GetAttribute("value")!));
        Told(invited.Find("shown-in-shop").TextContent);
        using var artisan = new Reader(market, "artisan", ("artisan", Guid.NewGuid().ToString()),
            ("person", person.Value.ToString()));
        await artisan.Open("/perajin/persetujuan");
        Told(artisan.Find("consent-shop").TextContent);
        Assert.DoesNotContain("Nama, desa dan produk di toko:", artisan.Text, StringComparison.Ordinal);

        static void Told(string told) => Assert.Contains(
            "Yang dilihat pembeli: foto barang, merek, dan nama desa Anda. Nama Anda tidak terlihat, kecuali Anda memakainya "
            + "sebagai "
            + "merek. Mau berhenti? Tarik barang dari toko kapan saja.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("081255503502", "account,shop", "shop")]
    [InlineData("081255503503", "account")]
    public async Task programs_may_go_on_sending_the_shop_or_nothing_and_it_is_kept(string login, string kept,
        params string[] sent)
    {
        var person = await market.Registered(Villagers.Inaq($"Inaq Program {login}"));
        Assert.Equal(HttpStatusCode.Created, (await Accept(await market.Invited(person, login), Good, sent)).StatusCode);
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var register = await session.LoadAsync<ConsentRegister>(ConsentRegister.StreamOf(person), Now);
        Assert.Equal(kept, string.Join(',', register!.Given.Keys.Order()));
    }

    private Invitations Desk => market.Services.GetRequiredService<Invitations>();

    private async Task<HttpResponseMessage> Accept(string token, string? password, params string[] consents)
    {
        using var visitor = market.Visitor();
        return await visitor.PostAsJsonAsync($"/api/v1/invitations/{token}", new { password, consents }, Now);
    }

    private async Task<IEnumerable<string?>> RolesOf(string login)
    {
        using var visitor = market.Visitor();
        var reply = await visitor.PostAsJsonAsync("/api/v1/sign-in", new { login, password = Good }, Now);
        return (await reply.Content.ReadFromJsonAsync<JsonElement>(Now)).GetProperty("roles").EnumerateArray()
            .Select(x => x.GetString());
    }

    private static async Task Refused(HttpResponseMessage reply, int status, string code)
    {
        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal(code, (await reply.Content.ReadFromJsonAsync<JsonElement>(Now)).GetProperty("code").GetString());
    }

    private static Task Refused(Answer answer, string code)
    {
        Assert.Equal(code, Assert.IsType<Refusal>(answer).Code);
        return Task.CompletedTask;
    }
}
