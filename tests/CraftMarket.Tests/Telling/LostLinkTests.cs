using System.Net;
using CraftMarket.Tests.Limits;
using static CraftMarket.Tests.Telling.Correspondent;

namespace CraftMarket.Tests.Telling;

/// <summary>Who lost the link types number and phone; the link goes to the mailbox that was shown to be theirs, and nowhere
/// else.</summary>
public sealed class LostLinkTests(RunningMarket market)
{
    private const string Phone = "0812 3456 7890";

    private readonly Correspondent _buyer = new(market);

    [Fact]
    public async Task the_link_goes_to_the_confirmed_mailbox_once_a_day()
    {
        var (order, _) = await _buyer.Bought();
        var before = (await _buyer.Letters(2)).Count;
        using var reader = new Reader(market);
        await Ask(reader, await _buyer.NumberOf(order), Phone);
        var letter = (await _buyer.Letters(before + 1))[^1];
        Assert.Contains("Tautan", letter.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("surat=", Link(letter), StringComparison.Ordinal);
        await reader.Open(Link(letter));
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        await Ask(reader, await _buyer.NumberOf(order), Phone);
        await _buyer.Told(order);
        Assert.Equal(before + 1, _buyer.Post.Count);
    }

    [Fact]
    public async Task the_answer_is_the_same_whether_or_not_there_is_such_an_order()
    {
        var (order, _) = await _buyer.Bought();
        var before = (await _buyer.Letters(2)).Count;
        using var reader = new Reader(market);
        var known = await Ask(reader, await _buyer.NumberOf(order), Phone);
        Assert.Equal(known, await Ask(reader, "CM-999999", Phone));
        Assert.Equal(known, await Ask(reader, await _buyer.NumberOf(order), "0813 1111 2222"));
        Assert.DoesNotContain("81234567890", reader.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, (await _buyer.Letters(before + 1)).Count);
    }

    [Fact]
    public async Task an_address_that_was_only_typed_is_not_written_to_again()
    {
        var order = await _buyer.Ordered();
        await _buyer.Letters(1);
        await _buyer.Confirm(order);
        using var reader = new Reader(market);
        await Ask(reader, await Shop.Eventually(() => _buyer.NumberOf(order), x => x is not null), Phone);
        await _buyer.Told(order);
        Assert.Single(_buyer.Post);
    }

    [Fact]
    public async Task what_is_no_number_is_said_at_its_field()
    {
        using var reader = new Reader(market);
        await reader.Open("/pesanan");
        await reader.Send("send-link", ("number", "pesanan saya"), ("phone", "satu"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reader.Status);
        Assert.NotNull(reader.Page.GetElementById("number-wrong"));
        Assert.NotNull(reader.Page.GetElementById("phone-wrong"));
    }

    private static async Task<string> Ask(Reader reader, string number, string phone)
    {
        await reader.Open("/pesanan");
        await reader.Send("send-link", ("number", number), ("phone", phone));
        return reader.Find("asked").TextContent;
    }
}

/// <summary>Who tries numbers is stopped.</summary>
[Collection(nameof(LimitedMarket))]
public sealed class LostLinkLimitTests(LimitedMarket limited)
{
    [Fact]
    public async Task a_source_asks_ten_times_an_hour()
    {
        using var reader = new Reader(limited.Market, from: LimitedMarket.Elsewhere(), role: null);
        for (var i = 0; i < 11; i++)
        {
            await reader.Open("/pesanan");
            await reader.Send("send-link", ("number", $"{i + 1}"), ("phone", "0812 3456 7890"));
            Assert.Equal(i < 10 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, reader.Status);
        }
    }
}
