using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Npgsql;

namespace CraftMarket.Tests.Telling;

/// <summary>A buyer who gave an e-mail hears when the order is certain, when a part is sent and when one will not come: each once.</summary>
public sealed class LetterTests(RunningMarket market)
{
    private readonly string _address = $"lalu.{Guid.NewGuid():N}@example.com";

    [Fact]
    public async Task who_gave_an_e_mail_gets_the_orders_link_when_it_is_certain()
    {
        var (order, _) = await Bought();
        var letter = Assert.Single(await Letters(1));
        Assert.Equal($"Pesanan {await NumberOf(order)} di CraftMarket", letter.Subject);
        Assert.Equal("pesanan@craftmarket.test", Assert.Single(letter.From.Mailboxes).Address);
        Assert.Equal("text/plain", letter.Body!.ContentType.MimeType);
        Assert.Contains("2 × Tas daun tembakau", Text(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("English", Text(letter), StringComparison.Ordinal);
        Assert.All(["Lalu Fictif", "Jalan Contoh", "81234567890", _address], x => Assert.DoesNotContain(x, Text(letter), StringComparison.Ordinal));
        var link = Text(letter).Split('\n').Single(x => x.StartsWith("http", StringComparison.Ordinal)).Trim();
        Assert.StartsWith(market.Address.ToString(), link, StringComparison.Ordinal);
        using var visitor = market.Visitor();
        using var page = await visitor.GetAsync(link, Shop.Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task who_ordered_in_english_reads_both_languages()
    {
        var (order, _) = await Bought(language: "en");
        var letter = Assert.Single(await Letters(1));
        Assert.Contains($"Order {await NumberOf(order)} at CraftMarket", Subject(letter), StringComparison.Ordinal);
        Assert.True(Text(letter).IndexOf("Terima kasih", StringComparison.Ordinal) < Text(letter).IndexOf("Thank you", StringComparison.Ordinal));
        Assert.Contains("&bahasa=en", Text(letter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_part_that_is_sent_and_one_that_is_refused_are_told()
    {
        var (order, makers) = await Bought(makers: 2);
        await Letters(1);
        var parts = order.GetProperty("parts").EnumerateArray().Select(x => (Id: x.GetProperty("id").GetGuid(), Maker: x.GetProperty("artisanId").GetGuid())).ToList();
        Assert.Equal(makers.Select(x => x.Value).Order(), parts.Select(x => x.Maker).Order());
        using HttpClient first = market.As("artisan", ("artisan", $"{parts[0].Maker}")), second = market.As("artisan", ("artisan", $"{parts[1].Maker}"));
        await first.Step($"/api/v1/seller-orders/{parts[0].Id}/acceptance");
        await first.Step($"/api/v1/seller-orders/{parts[0].Id}/shipment", new { courier = "Pos Indonesia", trackingNumber = "P123456" });
        await second.Step($"/api/v1/seller-orders/{parts[1].Id}/refusal", new { reason = "Daunnya habis." });

        var letters = await Letters(3);

        var (sent, refused) = (letters.Single(x => Subject(x).StartsWith("Sudah dikirim", StringComparison.Ordinal)), letters.Single(x => Subject(x).StartsWith("Tidak bisa", StringComparison.Ordinal)));
        Assert.Contains("lewat Pos Indonesia, nomor resi P123456.", Text(sent), StringComparison.Ordinal);
        Assert.Contains("Alasannya: Daunnya habis.", Text(refused), StringComparison.Ordinal);
        Assert.Contains($"Uang Anda, {new Rupiah(order.GetProperty("parts")[1].GetProperty("total").GetInt64())}, dikembalikan.", Text(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_gave_none_is_written_to_by_nobody()
    {
        var (order, _) = await Bought(email: null);
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        Assert.Null((await session.LoadAsync<DeliveryDetails>(Id(order), Shop.Token))!.Reply);
        await market.Tell(new TellOrderConfirmed(new(Id(order))));
        Assert.Empty(market.Post.Of(_address));
    }

    [Fact]
    public async Task however_often_it_is_told_it_is_written_once()
    {
        var (order, _) = await Bought();
        await Letters(1);
        for (var again = 0; again < 2; again++) await market.Tell(new TellOrderConfirmed(new(Id(order))));
        Assert.Single(market.Post.Of(_address));
    }

    [Fact]
    public async Task two_that_are_told_at_once_write_once()
    {
        var (order, _) = await Bought();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await market.Tell(new TellOrderConfirmed(new(Id(order))));
            }
            catch (TimeoutException)
            {
                // Somebody else was at it.
            }
        }));
        await Shop.Eventually(() => Record(order), x => x?.SentAt is not null);
        Assert.Single(market.Post.Of(_address));
    }

    [Fact]
    public async Task a_server_that_has_no_time_is_asked_again_and_no_trace_of_the_buyer_lies_about()
    {
        for (var refusal = 0; refusal < 4; refusal++) market.Post.Refuse(_address, $"451 <{_address}> nanti lagi");
        await Bought();
        await Shop.Eventually(() => Task.FromResult(market.Post.RefusalsLeft(_address)), x => x <= 1);
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using var command = source.CreateCommand($"select count(*) from wolverine.wolverine_incoming_envelopes where position('{_address}'::bytea in body) > 0");
        Assert.Equal(0L, await command.ExecuteScalarAsync(Shop.Token));
        Assert.Single(await Letters(1));
    }

    [Fact]
    public async Task an_address_that_no_server_knows_is_given_up()
    {
        market.Post.Refuse(_address, $"550 <{_address}> tidak dikenal");
        var (order, _) = await Bought();
        await Shop.Eventually(() => Record(order), x => x?.SentAt is not null);
        await market.Tell(new TellOrderConfirmed(new(Id(order))));
        Assert.Empty(market.Post.Of(_address));
    }

    [Fact]
    public async Task what_goes_wrong_never_names_the_buyer()
    {
        var words = new Letter("Pesanan", "Isi");
        var open = new SmtpSettings("127.0.0.1", market.Post.Port, null, null, "pesanan@craftmarket.test", SmtpSecurity.None);
        market.Post.Refuse(_address, $"451 <{_address}> nanti lagi");
        Task<bool> Send(SmtpSettings server) => SmtpLine.SendAsync(server, Guid.NewGuid(), _address, words, Shop.Token);
        Assert.Equal("The mail server answered 451.", (await Assert.ThrowsAsync<IOException>(() => Send(open))).Message);
        // A server that cannot be spoken with in confidence is told nothing.
        Exception[] failures = [await Assert.ThrowsAsync<IOException>(() => Send(open with { Security = SmtpSecurity.StartTls })), await Assert.ThrowsAsync<IOException>(() => Send(open with { Port = 1 }))];
        Assert.All(failures, x => Assert.DoesNotContain(_address, x.ToString(), StringComparison.Ordinal));
        Assert.False(await SmtpLine.SendAsync(open, Guid.NewGuid(), "lalu@example.com\r\nBcc: semua@example.com", words, Shop.Token));
        Assert.Empty(market.Post.Of(_address));
    }

    [Fact]
    public async Task who_was_erased_is_not_written_to()
    {
        var (order, _) = await Bought(confirmed: false);
        await using (var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Delete<DeliveryDetails>(Id(order));
            await session.SaveChangesAsync(Shop.Token);
        }

        await Confirm(order);
        await market.Tell(new TellOrderConfirmed(new(Id(order))));
        Assert.Empty(market.Post.Of(_address));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void where_no_mail_server_is_set_nobody_listens_for_news(bool set)
    {
        var settings = new Dictionary<string, string?> { ["environment"] = "Development", ["ConnectionStrings:Market"] = "Host=127.0.0.1;Database=nobody" };
        if (set) (settings["Smtp:Host"], settings["Smtp:From"]) = ("127.0.0.1", "pesanan@craftmarket.test");
        var store = (DocumentStore)MarketApplication.Create([], settings: settings).Services.GetRequiredService<IDocumentStore>();
        Assert.Equal(set, store.Options.Projections.AllShards().Any(x => x.Name.Name == "BuyerNews"));
        Assert.Contains(store.Options.Projections.AllShards(), x => x.Name.Name == "StockNews");
    }

    /// <summary>Orders by bank transfer, two pieces of each maker, and has the office see the money.</summary>
    private async Task<(JsonElement Order, IReadOnlyList<ArtisanId> Makers)> Bought(string? email = "", string language = "id", int makers = 1, bool confirmed = true)
    {
        var artisans = Enumerable.Range(0, makers).Select(_ => ArtisanId.From(Guid.NewGuid())).ToList();
        var lines = new List<object>();
        foreach (var artisan in artisans) lines.Add(new { productId = await market.Sell(artisan), quantity = 2 });
        using var buyer = market.Visitor();
        buyer.DefaultRequestHeaders.Add("Accept-Language", language);
        var placed = await (await buyer.PostAsJsonAsync("/api/v1/orders", new
        {
            buyer = new { name = "Lalu Fictif", phone = "081234567890", email = email is null ? null : _address },
            shipTo = new { address = "Jalan Contoh 1, Mataram", regionCode = "52.71" }, lines, payment = "transfer",
        }, Shop.Token)).Json();
        if (confirmed) await Confirm(placed);
        return (placed, artisans);
    }

    private async Task Confirm(JsonElement order)
    {
        using var office = market.As(Roles.Staff);
        await office.Step($"/api/v1/orders/{Id(order)}/payment-confirmation", new { reference = $"TRF-{Id(order):N}", amount = order.GetProperty("total").GetInt64() });
    }

    private Task<IReadOnlyList<MimeMessage>> Letters(int count) => Shop.Eventually(() => Task.FromResult(market.Post.Of(_address)), x => x.Count >= count);

    private async Task<string> NumberOf(JsonElement order)
    {
        using var buyer = market.Visitor();
        return (await buyer.OrderPage(order)).GetProperty("number").GetString()!;
    }

    private async Task<LetterRecord?> Record(JsonElement order)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<LetterRecord>(NewId.For("letter", "confirmed", Id(order).ToString()), Shop.Token);
    }

    private static string Subject(MimeMessage letter) => letter.Subject!;

    private static string Text(MimeMessage letter) => letter.TextBody!;

    private static Guid Id(JsonElement order) => order.GetProperty("id").GetGuid();
}
