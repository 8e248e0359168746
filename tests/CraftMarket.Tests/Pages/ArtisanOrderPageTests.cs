using System.Net;
using CraftMarket.Kernel;
using CraftMarket.Ordering;
using CraftMarket.Tests.Catalogue;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

/// <summary>What an artisan sees when she opens her orders, on a browser without JavaScript.</summary>
public sealed class ArtisanOrderPageTests(RunningMarket market)
{
    private static readonly object[] Delivered =
        [new SellerOrderAccepted(), new SellerOrderShipped("JNE", "1"), new SellerOrderDelivered(new(2026, 11, 23))];

    private readonly ArtisanId _artisan = NewId.At<ArtisanId>(DateTimeOffset.UtcNow);

    [Fact]
    public async Task what_must_be_answered_comes_first_and_what_is_finished_is_folded()
    {
        await Part(new SellerOrderAccepted());
        var waits = await Part();
        await Part(Delivered);
        await Part(new SellerOrderRefused("Habis"));
        await Part();

        using var page = await Opened("/perajin/pesanan");

        var orders = page.Page.QuerySelectorAll("[data-test=order]");
        Assert.Equal(["Received", "Received", "Accepted", "Refused", "Delivered"],
            orders.Select(x => x.GetAttribute("data-status")!));
        Assert.Equal($"p-{waits.Value}", orders[0].Id);
        Assert.All(orders.Skip(3), x => Assert.Equal(("details", false), (x.LocalName, x.HasAttribute("open"))));
        Assert.All(orders.Take(3), x => Assert.Null(x.Closest("details")));
    }

    [Fact]
    public async Task each_state_says_how_many_there_are_and_a_state_without_any_is_not_offered()
    {
        await Part();
        await Part();
        await Part(Delivered);

        using var page = await Opened("/perajin/pesanan");

        Assert.Equal(("2", "1", "3"), (Count(page, "Received"), Count(page, "Delivered"), Count(page, "all")));
        Assert.Null(page.Page.QuerySelector("[data-test=shelf-Refused]"));
        await page.Open("/perajin/pesanan?status=Delivered");
        Assert.Equal("true", page.Find("shelf-Delivered").GetAttribute("aria-current"));
        Assert.Single(page.Page.QuerySelectorAll("[data-test=order]"));
    }

    [Fact]
    public async Task a_shop_with_many_orders_turns_pages_and_still_counts_all_of_them()
    {
        await Part(Delivered);
        foreach (var _ in Enumerable.Range(0, 30)) await Part();

        using var page = await Opened("/perajin/pesanan");

        Assert.Equal(("30", 24), (Count(page, "Received"), page.Page.QuerySelectorAll("[data-test=order]").Length));
        await page.Open(page.Page.QuerySelector("nav.pages a")!.GetAttribute("href")!);
        Assert.Equal(7, page.Page.QuerySelectorAll("[data-test=order]").Length);
    }

    [Fact]
    public async Task a_cash_order_says_by_which_day_and_hour_it_must_be_answered()
    {
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("cod", (await market.Sell(_artisan), 1))).Json();
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var order = await session.LoadAsync<Order>(placed.GetProperty("id").GetGuid(), Shop.Token);
        var until = TimeZoneInfo.ConvertTime(order!.HeldUntil, LocalMonth.Wita);

        using var page = await Opened("/perajin/pesanan");

        var told = page.Find("answer-by").TextContent;
        Assert.Contains("ijawab paling lambat", told, StringComparison.Ordinal);
        Assert.Contains($"{until.Day} ", told, StringComparison.Ordinal);
        Assert.Contains($"{until.Hour:00}.{until.Minute:00} WITA", told, StringComparison.Ordinal);
        await page.Send("accept");
        Assert.Null(page.Page.QuerySelector("[data-test=answer-by]"));
    }

    [Fact]
    public async Task each_line_shows_its_product_in_a_place_of_known_size()
    {
        using var workshop = await Workshop.Open(market);
        var bag = new ProductId((await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid());
        await Workshop.Eventually(() => workshop.Visitor.Order("cod", (bag, 1)), x => x.StatusCode == HttpStatusCode.Created);

        using var page = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await page.Open("/perajin/pesanan");

        var photo = page.Page.QuerySelector("[data-test=order] img.pic")!;
        Assert.Equal(("72", "72"), (photo.GetAttribute("width"), photo.GetAttribute("height")));
    }

    [Theory]
    [InlineData(CancelOrderHandler.Cancelled, "Batal: dibatalkan pembeli", true)]
    [InlineData(FreeHoldHandler.Freed, "Batal: dibatalkan kantor", true)]
    [InlineData(ExpireOrderHandler.NotAnswered, "Batal: tidak dijawab", true)]
    [InlineData("Habis", "Ditolak", false)]
    public async Task what_ended_without_her_is_told_for_a_week_and_not_as_if_she_had_refused(string reason, string words,
        bool isNews)
    {
        await Part(new SellerOrderRefused(reason));

        using var page = await Opened("/perajin/pesanan");

        Assert.StartsWith(words, page.Find("status").TextContent, StringComparison.Ordinal);
        Assert.Equal(isNews, page.Find("order").HasAttribute("open"));
        await page.Open("/perajin");
        Assert.Equal(isNews, page.Text.Contains("jangan dikirim", StringComparison.Ordinal));
    }

    [Fact]
    public async Task what_was_cancelled_before_its_time_was_kept_is_tagged_and_no_news()
    {
        var part = await Part(new SellerOrderRefused(CancelOrderHandler.Cancelled));
        await using (var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Store((await session.LoadAsync<SellerOrder>(part.Value, Shop.Token))! with { EndedAt = null });
            await session.SaveChangesAsync(Shop.Token);
        }

        using var page = await Opened("/perajin/pesanan");

        Assert.Equal("Batal: dibatalkan pembeli", page.Find("status").TextContent);
        Assert.False(page.Find("order").HasAttribute("open"));
        await page.Open("/perajin");
        Assert.DoesNotContain("jangan dikirim", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_refused_form_of_the_second_page_comes_back_on_the_second_page_as_it_was_filled()
    {
        foreach (var _ in Enumerable.Range(0, 25)) await Part(new SellerOrderAccepted());
        using var page = await Opened("/perajin/pesanan?status=Accepted&hal=2");

        await page.Send("ship", ("courier", "antar sendiri"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Single(page.Page.QuerySelectorAll("[data-test=order]"));
        Assert.Equal("antar sendiri", page.Page.QuerySelector("input[name=courier]")!.GetAttribute("value"));
        Assert.Equal("true", page.Find("shelf-Accepted").GetAttribute("aria-current"));
        await page.Open("/perajin/pesanan?status=Accepted&hal=9");
        Assert.Single(page.Page.QuerySelectorAll("[data-test=order]"));
    }

    [Fact]
    public async Task she_comes_back_to_the_shelf_while_there_is_something_on_it()
    {
        using var buyer = market.Visitor();
        foreach (var _ in Enumerable.Range(0, 2)) await buyer.Order("cod", (await market.Sell(_artisan), 1));
        using var page = await Opened("/perajin/pesanan?status=Received");

        await page.Send("accept");
        Assert.Equal("Received", page.Find("order").GetAttribute("data-status"));
        Assert.Equal("true", page.Find("shelf-Received").GetAttribute("aria-current"));
        await page.Send("accept");

        Assert.Equal("true", page.Find("shelf-all").GetAttribute("aria-current"));
        Assert.Equal(2, page.Page.QuerySelectorAll("[data-status=Accepted]").Length);
    }

    private static string Count(Reader page, string shelf) => page.Find($"shelf-{shelf}").QuerySelector("small")!.TextContent;

    private async Task<Reader> Opened(string path)
    {
        var page = new Reader(market, "artisan", ("artisan", _artisan.Value.ToString()));
        await page.Open(path);
        return page;
    }

    /// <summary>A part paid by transfer, and what became of it.</summary>
    private async Task<SellerOrderId> Part(params object[] happened)
    {
        var id = NewId.At<SellerOrderId>(DateTimeOffset.UtcNow);
        var line = new OrderLine(id, NewId.At<ProductId>(DateTimeOffset.UtcNow), "Tas daun tembakau", 1, new(150_000));
        await using var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        var received = new SellerOrderReceived(OrderId.From(Guid.NewGuid()), _artisan, PaymentMethod.Transfer, new(150_000),
            new(10_000), new(7_500), [line]);
        session.Events.StartStream<SellerOrder>(id.Value, [received, .. happened]);
        await session.SaveChangesAsync(Shop.Token);
        return id;
    }
}
