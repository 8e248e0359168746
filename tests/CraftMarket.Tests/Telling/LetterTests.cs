using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Notices;
using CraftMarket.Ordering;
using CraftMarket.Web.Composition;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using static CraftMarket.Tests.Telling.Correspondent;

namespace CraftMarket.Tests.Telling;

/// <summary>Who opened the first letter hears that the order is certain, what was sent and what will not come, once.</summary>
public sealed class LetterTests(RunningMarket market)
{
    private readonly Correspondent _buyer = new(market);

    [Fact]
    public async Task who_opened_it_hears_that_the_order_is_certain()
    {
        var (order, _) = await _buyer.Bought();
        var letter = (await _buyer.Letters(2))[1];
        Assert.Equal($"Pesanan {await _buyer.NumberOf(order)} di CraftMarket", letter.Subject);
        Assert.DoesNotContain("surat=", Link(letter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_ordered_in_english_reads_both_languages()
    {
        var (order, _) = await _buyer.Bought(language: "en");
        var letter = (await _buyer.Letters(2))[1];
        Assert.Contains($"Order {await _buyer.NumberOf(order)} at CraftMarket", Subject(letter), StringComparison.Ordinal);
        Assert.True(Text(letter).IndexOf("Terima kasih", StringComparison.Ordinal) < Text(letter)
            .IndexOf("Thank you", StringComparison.Ordinal));
        Assert.Contains("&bahasa=en", Text(letter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_part_that_is_sent_and_one_that_is_refused_are_told()
    {
        var (order, makers) = await _buyer.Bought(makers: 2);
        await _buyer.Letters(2);
        var parts = order.GetProperty("parts").EnumerateArray()
            .Select(x => (Id: x.GetProperty("id").GetGuid(), Maker: x.GetProperty("artisanId").GetGuid())).ToList();
        Assert.Equal(makers.Select(x => x.Value).Order(), parts.Select(x => x.Maker).Order());
        using HttpClient first = market.As("artisan", ("artisan", $"{parts[0].Maker}")),
            second = market.As("artisan", ("artisan", $"{parts[1].Maker}"));
        await first.Step($"/api/v1/seller-orders/{parts[0].Id}/acceptance");
        await first.Step($"/api/v1/seller-orders/{parts[0].Id}/shipment",
            new { courier = "Pos Indonesia", trackingNumber = "P123456" });
        // What happens at once is told at once.
        await _buyer.Letters(3);
        await second.Step($"/api/v1/seller-orders/{parts[1].Id}/refusal", new { reason = "Daunnya habis." });

        var letters = await _buyer.Letters(4);

        var (sent, refused) = (letters.Single(x => Subject(x).StartsWith("Sudah dikirim", StringComparison.Ordinal)),
            letters.Single(x => Subject(x).StartsWith("Tidak bisa", StringComparison.Ordinal)));
        Assert.Contains("lewat Pos Indonesia, nomor resi P123456.", Text(sent), StringComparison.Ordinal);
        Assert.Contains("Alasannya: Daunnya habis.", Text(refused), StringComparison.Ordinal);
        Assert.Contains($"Uang Anda, {new Rupiah(order.GetProperty("parts")[1].GetProperty("total").GetInt64())}, dikembalikan.",
            Text(refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("transfer")]
    [InlineData("cod")]
    public async Task what_the_office_frees_is_told_once_and_the_offices_reason_is_not(string payment)
    {
        var order = await _buyer.Ordered(payment: payment);
        await _buyer.Open(Assert.Single(await _buyer.Letters(1)));
        using var office = market.As("staff");
        await office.Step($"/api/v1/orders/{order.GetProperty("id").GetGuid()}/release", new { reason = "Nomornya palsu." });
        var letter = (await _buyer.Letters(2))[^1];
        Assert.Contains("kantor CraftMarket membatalkan pesanan ini", Text(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("palsu", Text(letter), StringComparison.Ordinal);
        await _buyer.Told(order);
        Assert.Equal(2, _buyer.Post.Count);
    }

    [Fact]
    public async Task two_parts_whose_money_went_back_at_once_are_one_letter()
    {
        var (order, _) = await _buyer.Bought(makers: 2);
        await _buyer.Letters(2);
        var all = new Rupiah(order.GetProperty("total").GetInt64());
        await market.Tell(new MoneyTakenBack(new(Id(order)), $"dp_{Id(order):N}", all, "dp", DateTimeOffset.UtcNow));
        var letter = (await _buyer.Letters(3))[2];
        Assert.Equal($"Batal, uang kembali: pesanan {await _buyer.NumberOf(order)}", letter.Subject);
        Assert.Equal(2, Text(letter).Split("akan dikirim, karena semua uangnya").Length - 1);
        await _buyer.Told(order);
        Assert.Equal(3, _buyer.Post.Count);
    }

    [Fact]
    public async Task a_cash_order_that_nobody_answers_is_one_letter_to_who_opened_the_first()
    {
        var order = await _buyer.Ordered(2, "cod");
        await _buyer.Open(Assert.Single(await _buyer.Letters(1)));
        await market.Tell(new ExpireOrder(new(Id(order))));
        var letter = (await _buyer.Letters(2))[1];
        Assert.StartsWith("Tidak bisa dipenuhi", Subject(letter), StringComparison.Ordinal);
        Assert.Equal(2, Text(letter).Split("tidak menjawab dalam waktu").Length - 1);
        await _buyer.Told(order);
        Assert.Equal(2, _buyer.Post.Count);
    }

    [Fact]
    public async Task who_gave_none_is_written_to_by_nobody()
    {
        var order = await _buyer.Ordered(email: false);
        await _buyer.Confirm(order);
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        Assert.Null((await session.LoadAsync<DeliveryDetails>(Id(order), Shop.Token))!.Reply);
        await _buyer.Told(order);
        Assert.Empty(_buyer.Post);
    }

    [Fact]
    public async Task however_often_it_is_told_it_is_written_once()
    {
        var (order, _) = await _buyer.Bought();
        await _buyer.Letters(2);
        for (var again = 0; again < 2; again++) await _buyer.Told(order);
        Assert.Equal(2, _buyer.Post.Count);
    }

    [Fact]
    public async Task what_goes_wrong_never_names_the_buyer()
    {
        var words = new Letter("Pesanan", "Isi");
        var open = new SmtpSettings("127.0.0.1", market.Post.Port, null, null, "pesanan@craftmarket.test", SmtpSecurity.None);
        market.Post.Refuse(_buyer.Address, $"451 <{_buyer.Address}> nanti lagi");
        Task<bool> Send(SmtpSettings server) => SmtpLine.SendAsync(server, Guid.NewGuid(), _buyer.Address, words, Shop.Token);
        Assert.Equal("The mail server answered 451.", (await Assert.ThrowsAsync<IOException>(() => Send(open))).Message);
        // A server that cannot be spoken with in confidence is told nothing.
        Exception[] failures = [await Assert.ThrowsAsync<IOException>(() => Send(open with { Security = SmtpSecurity.StartTls })),
            await Assert.ThrowsAsync<IOException>(() => Send(open with { Port = 1 }))];
        Assert.All(failures, x => Assert.DoesNotContain(_buyer.Address, x.ToString(), StringComparison.Ordinal));
        Assert.False(await SmtpLine.SendAsync(open, Guid.NewGuid(), "lalu@example.com\r\nBcc: semua@example.com", words,
            Shop.Token));
        Assert.Empty(_buyer.Post);
    }

    [Fact]
    public async Task who_was_erased_is_not_written_to()
    {
        var order = await _buyer.Ordered();
        await _buyer.Open(Assert.Single(await _buyer.Letters(1)));
        await using (var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Delete<DeliveryDetails>(Id(order));
            await session.SaveChangesAsync(Shop.Token);
        }

        await _buyer.Confirm(order);
        await _buyer.Told(order);
        await _buyer.Open(_buyer.Post[0]);
        Assert.Single(_buyer.Post);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void where_no_mail_server_is_set_nobody_listens_for_news(bool set)
    {
        var settings = new Dictionary<string, string?>
        {
            ["environment"] = "Development",
            ["ConnectionStrings:Market"] = "Host=127.0.0.1;Database=nobody"
        };
        if (set) (settings["Smtp:Host"], settings["Smtp:From"]) = ("127.0.0.1", "pesanan@craftmarket.test");
        var store = (DocumentStore)MarketApplication.Create([], settings: settings).Services.GetRequiredService<IDocumentStore>();
        Assert.Equal(set, store.Options.Projections.AllShards().Any(x => x.Name.Name == "BuyerNews"));
        Assert.Contains(store.Options.Projections.AllShards(), x => x.Name.Name == "ArticleSupply");
    }
}
