using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Notices;
using CraftMarket.Web.Access;
using CraftMarket.Workflows;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CraftMarket.Tests.Telling;

/// <summary>A buyer with an e-mail of their own, what they order and what they are written.</summary>
internal sealed class Correspondent(RunningMarket market)
{
    public string Address { get; } = $"lalu.{Guid.NewGuid():N}@example.com";

    /// <summary>What has come by now, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Post => market.Post.Of(Address);

    /// <summary>Orders by bank transfer, opens the first letter, and has the office see the money.</summary>
    public async Task<(JsonElement Order, IReadOnlyList<ArtisanId> Makers)> Bought(string language = "id", int makers = 1)
    {
        var order = await Ordered(makers, language: language);
        await Open(Assert.Single(await Letters(1)));
        await Confirm(order);
        var sellers = order.GetProperty("parts").EnumerateArray().Select(x => x.GetProperty("artisanId").GetGuid());
        return (order, [.. sellers.Select(x => new ArtisanId(x))]);
    }

    /// <summary>Orders two pieces of each maker.</summary>
    public async Task<JsonElement> Ordered(int makers = 1, string payment = "transfer", string language = "id", bool email = true)
    {
        var lines = new List<object>();
        for (var maker = 0; maker < makers; maker++)
            lines.Add(new { productId = await market.Sell(ArtisanId.From(Guid.NewGuid())), quantity = 2 });
        using var buyer = market.Visitor();
        buyer.DefaultRequestHeaders.Add("Accept-Language", language);
        return await (await buyer.PostAsJsonAsync("/api/v1/orders", new
        {
            buyer = new { name = "Lalu Fictif", phone = "081234567890", email = email ? Address : null },
            shipTo = new { address = "Jalan Contoh 1, Mataram", regionCode = "52.71" }, lines, payment,
        }, Shop.Token)).Json();
    }

    /// <summary>Opens the link of a letter, as its reader does.</summary>
    public async Task Open(MimeMessage letter)
    {
        using var reader = market.Visitor();
        using var _ = await reader.GetAsync(Link(letter), Shop.Token);
    }

    /// <summary>Tells all that happened to the order once more, and waits until all is written that is going to be.</summary>
    public Task Told(JsonElement order) => Shop.Eventually(async () =>
    {
        try
        {
            await market.Tell(new TellBuyer(new(Id(order)), default));
            return true;
        }
        catch (Exception busy) when (busy is TimeoutException or JasperFx.ConcurrencyException)
        {
            // Somebody else is at the same letter.
            return false;
        }
    }, x => x);

    public async Task Confirm(JsonElement order)
    {
        using var office = market.As(Roles.Staff);
        await office.Step($"/api/v1/orders/{Id(order)}/payment-confirmation",
            new { reference = $"TRF-{Id(order):N}", amount = order.GetProperty("total").GetInt64() });
    }

    public Task<IReadOnlyList<MimeMessage>> Letters(int count) =>
        Shop.Eventually(() => Task.FromResult(Post), x => x.Count >= count);

    public async Task<string> NumberOf(JsonElement order)
    {
        using var buyer = market.Visitor();
        return (await buyer.OrderPage(order)).GetProperty("number").GetString()!;
    }

    public async Task<LetterRecord?> Record(JsonElement order)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<LetterRecord>(NewId.For("letter", "first", Id(order).ToString()), Shop.Token);
    }

    public static string Page(JsonElement order) => $"/pesanan/{Id(order)}?key={order.GetProperty("accessKey").GetString()}";

    public static string Link(MimeMessage letter) =>
        Text(letter).Split('\n').First(x => x.StartsWith("http", StringComparison.Ordinal)).Trim();

    public static string Subject(MimeMessage letter) => letter.Subject!;

    public static string Text(MimeMessage letter) => letter.TextBody!;

    public static Guid Id(JsonElement order) => order.GetProperty("id").GetGuid();
}
