using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests.Limits;

/// <summary>What nobody pays and nobody answers does not hold goods for long, and the office can end it.</summary>
public sealed class HoldTests(RunningMarket market)
{
    [Theory]
    [InlineData("cod", 5, 3, 24)]
    [InlineData("cod", 6, 3, 72)]
    [InlineData("cod", null, 60, 72)]
    [InlineData("transfer", 3, 3, 24)]
    public async Task a_cash_order_that_leaves_two_pieces_or_fewer_waits_a_day_for_its_answer_and_not_three(string payment,
        int? stock, int wanted, int hours)
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()), stock);
        using var buyer = market.Visitor();
        var order = await buyer.OrderPage(await (await buyer.Order(payment, (bag, wanted))).Json());
        var held = order.GetProperty("heldUntil").GetDateTimeOffset() - order.GetProperty("placedAt").GetDateTimeOffset();
        Assert.Equal(hours, Math.Round(held.TotalHours));
    }

    [Theory]
    [InlineData("cod")]
    [InlineData("transfer")]
    public async Task the_office_frees_what_an_order_holds(string payment)
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()));
        using HttpClient buyer = market.Visitor(), office = market.As("staff");
        var placed = await (await buyer.Order(payment, (bag, 4))).Json();
        var address = $"/api/v1/orders/{placed.GetProperty("id").GetGuid()}/release";

        Assert.Equal("reason_missing", (await (await office.PostAsJsonAsync(address, new { reason = " " }, Shop.Token)).With())
            .Code);
        await office.Step(address, new { reason = "Nomornya tidak bisa dihubungi." });

        Assert.Equal(0, (await market.Stock(bag)).Reserved);
        Assert.Equal("lapsed", (await buyer.OrderPage(placed)).GetProperty("status").GetString());
        Assert.Equal((409, "wrong_state"),
            await Code(office.PostAsJsonAsync(address, new { reason = "Sekali lagi." }, Shop.Token)));
    }

    [Fact]
    public async Task what_is_paid_is_not_the_offices_to_free()
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()));
        using HttpClient buyer = market.Visitor(), office = market.As("staff");
        var placed = await (await buyer.Order("transfer", (bag, 4))).Json();
        var address = $"/api/v1/orders/{placed.GetProperty("id").GetGuid()}";
        await office.Step($"{address}/payment-confirmation",
            new { reference = $"TRF-{Guid.NewGuid():N}", amount = placed.GetProperty("total").GetInt64() });
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        Assert.Equal((409, "wrong_state"),
            await Code(office.PostAsJsonAsync($"{address}/release", new { reason = "Salah pencet." }, Shop.Token)));
        Assert.Equal(4, (await market.Stock(bag)).Reserved);
    }

    [Fact]
    public async Task the_office_frees_it_on_a_page_and_the_buyers_page_says_so()
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()));
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("cod", (bag, 4))).Json();
        using var office = new Reader(market, "staff");
        await office.Open("/kantor/tahanan");
        var row = office.Page.QuerySelector($"[data-order='{placed.GetProperty("id").GetGuid()}']")!;
        Assert.Contains("4 × Tas daun tembakau", row.TextContent, StringComparison.Ordinal);
        await office.Open(row.QuerySelector("[data-test=free]")!.GetAttribute("href")!);
        await office.Send("submit", ("reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        await office.Send("submit", ("reason", "Nomornya tidak bisa dihubungi."));
        Assert.Equal("/kantor/tahanan", office.Path);
        Assert.Null(office.Page.QuerySelector($"[data-order='{placed.GetProperty("id").GetGuid()}']"));
        using var reader = new Reader(market);
        await reader.Open($"/pesanan/{placed.GetProperty("id").GetGuid()}?key={placed.GetProperty("accessKey").GetString()}");
        Assert.Contains("Kantor CraftMarket membatalkan", reader.Find("freed").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("dihubungi", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_unknown_order_holds_nothing()
    {
        using var office = market.As("staff");
        Assert.Equal((404, "not_found"),
            await Code(office.PostAsJsonAsync($"/api/v1/orders/{Guid.NewGuid()}/release", new { reason = "Tidak ada." },
                Shop.Token)));
    }

    private static async Task<(int, string)> Code(Task<HttpResponseMessage> asked)
    {
        var (status, code, _) = await (await asked).With();
        return (status, code);
    }
}
