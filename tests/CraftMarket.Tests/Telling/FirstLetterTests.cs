using System.Net;
using CraftMarket.Kernel;
using CraftMarket.Ordering;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static CraftMarket.Tests.Telling.Correspondent;

namespace CraftMarket.Tests.Telling;

/// <summary>Anybody can type anybody's e-mail: it gets one letter with the order's link, and no more unopened.</summary>
public sealed class FirstLetterTests(RunningMarket market)
{
    private readonly Correspondent _buyer = new(market);

    [Fact]
    public async Task an_address_that_was_typed_gets_one_letter_with_the_orders_link()
    {
        var order = await _buyer.Ordered();
        var letter = Assert.Single(await _buyer.Letters(1));
        Assert.Equal("Pesanan Anda di CraftMarket: buka tautan ini", letter.Subject);
        Assert.Equal("pesanan@craftmarket.test", Assert.Single(letter.From.Mailboxes).Address);
        Assert.Equal("text/plain", letter.Body!.ContentType.MimeType);
        Assert.Contains("2 × Tas daun tembakau", Text(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("English", Text(letter), StringComparison.Ordinal);
        Assert.All(["Lalu Fictif", "Jalan Contoh", "81234567890", _buyer.Address],
            x => Assert.DoesNotContain(x, Text(letter), StringComparison.Ordinal));
        Assert.StartsWith(market.Address.ToString(), Link(letter), StringComparison.Ordinal);
        using var buyer = new Reader(market);
        await buyer.Open(Page(order));
        Assert.NotNull(buyer.Find("waits-for-letter"));
        await buyer.Open(Link(letter));
        Assert.Equal(HttpStatusCode.OK, buyer.Status);
        Assert.Null(buyer.Page.QuerySelector("[data-test=waits-for-letter]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&surat=")]
    [InlineData("&surat=00FF")]
    public async Task who_only_typed_it_and_knows_the_orders_key_cannot_have_more_written_to_it(string more)
    {
        var order = await _buyer.Ordered();
        await _buyer.Letters(1);
        using var attacker = market.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await attacker.GetAsync(Page(order) + more, Shop.Token)).StatusCode);
        await _buyer.Confirm(order);
        await _buyer.Told(order);
        Assert.Single(_buyer.Post);
    }

    [Fact]
    public async Task a_cash_order_that_nobody_answers_writes_at_most_once_to_an_address_that_was_only_typed()
    {
        var order = await _buyer.Ordered(2, "cod");
        await market.Tell(new ExpireOrder(new(Id(order))));
        await _buyer.Told(order);
        Assert.True(_buyer.Post.Count <= 1, string.Join('\n', _buyer.Post.Select(Subject)));
    }

    [Fact]
    public async Task an_address_gets_few_first_letters_a_day_until_one_is_opened()
    {
        for (var order = 0; order < 3; order++) await _buyer.Ordered();
        var letters = await _buyer.Letters(3);
        var fourth = await _buyer.Ordered();
        await _buyer.Told(fourth);
        Assert.Equal(3, _buyer.Post.Count);

        await _buyer.Open(letters[0]);
        await _buyer.Told(fourth);
        Assert.Equal(4, _buyer.Post.Count);
    }

    [Fact]
    public async Task an_order_of_before_whose_e_mail_has_a_name_around_it_writes_to_nobody()
    {
        var order = await _buyer.Ordered(email: false);
        var master = market.Services.GetRequiredService<MasterKey>();
        await using var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        var key = master.NewKey();
        var buyer = new Recipient("Lalu Fictif", "+6281234567890", null, "Jalan Contoh 1", RegionCode.Parse("52.71"));
        session.Store(new DeliveryDetails(new(Id(order)), master.Seal(key, buyer),
            master.Seal(key, new ReplyTo($"Hadiah <{_buyer.Address}>", "kunci", "id")), Key: key));
        await session.SaveChangesAsync(Shop.Token);
        await _buyer.Told(order);
        Assert.Empty(_buyer.Post);
    }

    [Fact]
    public async Task two_that_are_told_at_once_write_once()
    {
        var order = await _buyer.Ordered();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _buyer.Told(order)));
        await Shop.Eventually(() => _buyer.Record(order), x => x?.SentAt is not null);
        Assert.Single(_buyer.Post);
    }

    [Fact]
    public async Task a_server_that_has_no_time_is_asked_again_and_no_trace_of_the_buyer_lies_about()
    {
        for (var refusal = 0; refusal < 4; refusal++) market.Post.Refuse(_buyer.Address, $"451 <{_buyer.Address}> nanti lagi");
        await _buyer.Ordered();
        await Shop.Eventually(() => Task.FromResult(market.Post.RefusalsLeft(_buyer.Address)), x => x <= 1);
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await using var command = source.CreateCommand(
            $"select count(*) from wolverine.wolverine_incoming_envelopes where position('{_buyer.Address}'::bytea in body) > 0");
        Assert.Equal(0L, await command.ExecuteScalarAsync(Shop.Token));
        Assert.Single(await _buyer.Letters(1));
    }

    [Fact]
    public async Task an_address_that_no_server_knows_is_given_up()
    {
        market.Post.Refuse(_buyer.Address, $"550 <{_buyer.Address}> tidak dikenal");
        var order = await _buyer.Ordered();
        await Shop.Eventually(() => _buyer.Record(order), x => x?.SentAt is not null);
        await _buyer.Told(order);
        Assert.Empty(_buyer.Post);
    }
}
