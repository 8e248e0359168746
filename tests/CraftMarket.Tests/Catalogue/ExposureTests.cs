using System.Net;
using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Catalogue;

/// <summary>Views without anybody's name, sales by facts, and the report that compares them.</summary>
public sealed class ExposureTests(RunningMarket market)
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 13; SM-A055F) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36";
    private static readonly DateOnly Day = new(2031, 4, 5);
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_buyers_look_counts_and_a_robots_or_the_makers_own_does_not()
    {
        using var workshop = await Workshop.Open(market);
        var slug = (await workshop.OnSale(await workshop.Bag())).GetProperty("slug").GetString();
        for (var i = 0; i < 3; i++) await Look(slug!, Phone);
        await Look(slug!, "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
        await Look(slug!, "WhatsApp/2.23.20.0");
        await Look(slug!, null);
        await Look(slug!, Phone, ("Sec-Purpose", "prefetch"));
        using (var own = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString())))
            await own.Open($"/produk/{slug}");
        await market.Services.GetRequiredService<ViewCounter>().WriteDown(Cancellation);
        Assert.Equal(3, (await Row(workshop.Id.Value, "")).GetProperty("views").GetInt64());
        await Look(slug!, Phone);
        await market.Services.GetRequiredService<ViewCounter>().WriteDown(Cancellation);
        Assert.Equal(4, (await Row(workshop.Id.Value, "")).GetProperty("views").GetInt64());
    }

    [Fact]
    public async Task a_delivery_counts_and_a_refund_is_taken_off()
    {
        using var workshop = await Workshop.Open(market);
        var part = new SellerOrderId(Guid.CreateVersion7());
        var settled = new PartDelivered(part, new(Guid.CreateVersion7()), workshop.Id, PaymentMethod.Card, new(200_000),
            new(15_000), new(10_000), [], null, Day);
        var refund = new SellerOrderRefunded(new(Guid.CreateVersion7()), part, settled.OrderId, workshop.Id, new(50_000),
            true, Day);
        await market.Happened(settled, refund);
        var period = "&from=2031-04-01&to=2031-04-30";
        var row = await Workshop.Eventually(() => Row(workshop.Id.Value, period), x => x.ValueKind == JsonValueKind.Object
            && x.GetProperty("sales").GetInt64() == 150_000);
        Assert.Equal(1, row.GetProperty("salesShare").GetDouble());
        Assert.Equal(JsonValueKind.Undefined, (await Row(workshop.Id.Value, "&from=2031-05-01&to=2031-05-30")).ValueKind);
    }

    [Fact]
    public async Task a_full_refund_with_shipping_takes_off_no_more_than_the_goods_brought_in()
    {
        using var workshop = await Workshop.Open(market);
        var day = new DateOnly(2032, 4, 5);
        var (part, other, order) = (new SellerOrderId(Guid.CreateVersion7()), new SellerOrderId(Guid.CreateVersion7()),
            new OrderId(Guid.CreateVersion7()));
        PartDelivered Sold(SellerOrderId of, long goods) =>
            new(of, order, workshop.Id, PaymentMethod.Card, new(goods), new(15_000), new(10_000), [], null, day);
        SellerOrderRefunded Back(long amount, int later) =>
            new(new(Guid.CreateVersion7()), part, order, workshop.Id, new(amount), true, day.AddDays(later));
        await market.Happened(Sold(part, 200_000), Sold(other, 100_000), Back(150_000, 0), Back(65_000, 40));
        var row = await Workshop.Eventually(() => Row(workshop.Id.Value, "&from=2032-04-01&to=2032-05-30"),
            x => x.ValueKind == JsonValueKind.Object && x.GetProperty("sales").GetInt64() == 100_000);
        Assert.Equal("Perajin Semoyang", row.GetProperty("group").GetProperty("name").GetString());
        Assert.Equal(150_000, (await Row(workshop.Id.Value, "&from=2032-04-01&to=2032-04-30")).GetProperty("sales").GetInt64());
    }

    [Fact]
    public async Task the_page_says_what_the_interface_says()
    {
        using var workshop = await Workshop.Open(market, RegionCode.Parse("52.02.06.2007"));
        var slug = (await workshop.OnSale(await workshop.Bag())).GetProperty("slug").GetString();
        for (var i = 0; i < 7; i++) await Look(slug!, Phone);
        await market.Services.GetRequiredService<ViewCounter>().WriteDown(Cancellation);
        var today = LocalMonth.DayOf(DateTimeOffset.UtcNow);
        await market.Happened(new PartDelivered(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), workshop.Id,
            PaymentMethod.Card, new(123_000), new(15_000), new(6_000), [], null, today));
        var told = await Workshop.Eventually(() => Row(workshop.Id.Value, ""), x => x.ValueKind == JsonValueKind.Object
            && x.GetProperty("sales").GetInt64() > 0);
        Assert.Equal((1, 7, 123_000),
            (told.GetProperty("products").GetInt32(), told.GetProperty("views").GetInt64(), told.GetProperty("sales")
            .GetInt64()));
        using var office = new Reader(market, "staff");
        await office.Open("/kantor/laporan/etalase?groupBy=maker");
        string[] shown = [.. office.Page.QuerySelectorAll($"[data-group='{workshop.Id.Value}'] td").Select(x => x.TextContent)];
        Assert.Equal(("Perajin Bilelando", "1", "7", new Rupiah(123_000).ToString()), (shown[0], shown[1], shown[2], shown[4]));
        await office.Open("/kantor/laporan/etalase?groupBy=village");
        var row = office.Page.QuerySelector("[data-group='52.02.06.2007']")!;
        using var staff = market.As("staff");
        var whole = await Workshop.Read(await staff.GetAsync("/api/v1/reports/exposure?groupBy=village", Cancellation), 200);
        var village = whole.GetProperty("items").EnumerateArray()
            .Single(x => x.GetProperty("group").GetProperty("id").GetString() == "52.02.06.2007");
        Assert.Equal(("Bilelando", $"{village.GetProperty("views").GetInt64()}"),
            (row.QuerySelector("td")!.TextContent, row.QuerySelectorAll("td")[3].TextContent));
        await office.Open("/kantor/laporan/etalase?from=2026-11-09&to=2026-11-01");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.NotNull(office.Page.GetElementById("from-wrong"));
        using var visitor = new Reader(market);
        await visitor.Open("/urutan");
        Assert.Contains("lingkaran", visitor.Text, StringComparison.Ordinal);
    }

    private async Task Look(string slug, string? agent, (string Name, string Value)? header = null)
    {
        using var visitor = market.Visitor();
        if (agent is not null) visitor.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
        if (header is var (name, value)) visitor.DefaultRequestHeaders.Add(name, value);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/produk/{slug}", Cancellation)).StatusCode);
    }

    private async Task Publish(object fact)
    {
        await using var scope = market.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Wolverine.IMessageBus>().PublishAsync(fact);
    }

    private async Task<JsonElement> Row(Guid maker, string period)
    {
        using var office = market.As("staff");
        var report = await Workshop.Read(await office.GetAsync($"/api/v1/reports/exposure?groupBy=maker{period}", Cancellation),
            200);
        return report.GetProperty("items").EnumerateArray()
            .FirstOrDefault(x => x.GetProperty("group").GetProperty("id").GetString() == $"{maker}");
    }
}
