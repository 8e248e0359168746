using System.Net;
using CraftMarket.Kernel;
using CraftMarket.Ordering;
using CraftMarket.Tests.Upgrades;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CraftMarket.Tests;

/// <summary>How often the most used pages ask the database, among the demo's goods, orders and people: as often as written here
/// at most, for each round trip more is waited for by everybody.</summary>
[Collection(EarlierLast.Name)]
public sealed class StatementTests(EarlierMarket earlier) : IClassFixture<EarlierMarket>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private RunningMarket Market => earlier.Market;

    [Theory]
    [InlineData("visitor", "/", 3)]
    [InlineData("visitor", "/?q=tas", 3)]
    [InlineData("visitor", "/desa", 5)]
    [InlineData("visitor", "/desa/semoyang", 15)]
    [InlineData("visitor", "/produk/{product}", 27)]
    [InlineData("visitor", "/perajin/{shop}", 10)]
    [InlineData("artisan", "/perajin", 13)]
    [InlineData("artisan", "/perajin/produk", 8)]
    [InlineData("artisan", "/perajin/pesanan", 8)]
    [InlineData("artisan", "/perajin/merek", 12)]
    [InlineData("artisan", "/perajin/penghasilan", 7)]
    [InlineData("artisan", "/perajin/ulasan", 7)]
    [InlineData("artisan", "/perajin/label", 3)]
    [InlineData("staff", "/kantor", 13)]
    [InlineData("staff", "/kantor/angkatan", 6)]
    [InlineData("staff", "/kantor/peserta", 6)]
    [InlineData("staff", "/kantor/pembayaran", 4)]
    [InlineData("staff", "/kantor/laporan", 12)]
    [InlineData("curator", "/kantor/kurasi", 6)]
    [InlineData("operator", "/operator", 10)]
    [InlineData("companion", "/pendamping", 4)]
    [InlineData("companion", "/pendamping/peserta", 6)]
    public async Task a_page_asks_the_database_a_few_times(string who, string address, int most)
    {
        var artisan = (await Column("""
            select data ->> 'ArtisanId' from market.mt_doc_sellerorder group by 1 order by count(*) desc, 1 limit 1
            """))[0];
        var product = (await Column($"""
            select data ->> 'Slug' from market.mt_doc_product
            where data ->> 'ArtisanId' = '{artisan}' and data ->> 'Status' = 'published' order by id limit 1
            """))[0];
        var shop = (await Column($"""
            select id from market.mt_doc_shopaddress where data ->> 'ArtisanId' = '{artisan}' order by 1 desc limit 1
            """))[0];
        using var reader = who switch
        {
            "visitor" => new Reader(Market),
            "artisan" => new Reader(Market, who, ("artisan", artisan)),
            "companion" => new Reader(Market, who, ("area", "52")),
            _ => new Reader(Market, who),
        };
        var path = address.Replace("{product}", product, StringComparison.Ordinal)
            .Replace("{shop}", shop, StringComparison.Ordinal);
        // The first look fills what is kept in memory.
        await reader.Open(path);

        var (asked, _) = await RoundTrips.Of(() => reader.Open(path));

        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.True(asked.Count <= most, $"{who} {address}: {asked.Count} of {most}\n{string.Join('\n', asked)}");
    }

    [Fact]
    public async Task a_cart_of_six_articles_costs_as_many_round_trips_as_one_of_one()
    {
        var products = (await Column("select id::text from market.mt_doc_offer order by 1 limit 6"))
            .Select(x => new Wish(new(Guid.Parse(x)), 1)).ToList();
        Assert.Equal(6, products.Count);
        await using var session = Market.Services.GetRequiredService<IDocumentStore>().QuerySession();

        var (one, _) = await RoundTrips.Count(() => Quote(products[..1]));
        var (six, quote) = await RoundTrips.Count(() => Quote(products));

        Assert.Equal(one, six);
        Assert.Equal(6, quote.Parts.Sum(x => x.Lines.Count) + quote.Gone.Count);

        Task<CartQuote> Quote(IReadOnlyList<Wish> wishes) =>
            QuoteCart.For(session, wishes, RegionCode.Parse("52.02"), EarlierMarket.Left, Stop);
    }

    private async Task<IReadOnlyList<string>> Column(string sql)
    {
        var values = new List<string>();
        await using var command = Market.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        while (await reader.ReadAsync(Stop)) values.Add(reader.GetString(0));
        return values;
    }
}
