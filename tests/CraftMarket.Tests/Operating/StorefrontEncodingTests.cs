using System.IO.Compression;
using System.Text.Json;

namespace CraftMarket.Tests.Operating;

/// <summary>The cache of the shop window keeps packed answers; nobody may be given one that they cannot open.</summary>
public sealed class StorefrontEncodingTests(RunningMarket market)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("BR", "br")]
    [InlineData("Br, gzip", "br")]
    [InlineData("GZIP", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("gzip;q=0.2, br;q=0.1", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0", null)]
    [InlineData("gzip;q=0, br;q=0", null)]
    [InlineData("identity", null)]
    [InlineData("identity, *;q=0", null)]
    [InlineData("zstd", null)]
    [InlineData("xbr", null)]
    [InlineData("br;q=x", null)]
    public async Task who_asks_first_in_an_odd_way_packs_the_answer_for_nobody_else(string first, string? encoding)
    {
        var address = $"/api/v1/products?q={Guid.NewGuid():N}";
        await Read(address, first, encoding);
        await Read(address, null, null);
        await Read(address, "gzip", "gzip");
        await Read(address, "br", "br");
        await Read(address, first, encoding);
    }

    [Fact]
    public async Task an_address_with_a_question_mark_in_its_path_is_not_the_one_with_a_question()
    {
        var words = Guid.NewGuid().ToString("N");
        await Read($"/api/v1/products?q={words}", null, null);
        using var visitor = market.Visitor();
        using var reply = await visitor.GetAsync($"/api/v1/products%3Fq={words}", Stop);
        Assert.Equal(404, (int)reply.StatusCode);
    }

    /// <summary>Asks as a program does that sends just this header, and opens the answer as it says it is packed.</summary>
    private async Task Read(string address, string? accepts, string? encoding)
    {
        using var visitor = market.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accepts is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);
        using var reply = await visitor.SendAsync(request, Stop);
        Assert.Equal(200, (int)reply.StatusCode);
        Assert.Equal(encoding, reply.Content.Headers.ContentEncoding.SingleOrDefault());
        await using var body = await reply.Content.ReadAsStreamAsync(Stop);
        await using Stream open = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        Assert.Equal(0, (await JsonDocument.ParseAsync(open, cancellationToken: Stop)).RootElement.GetProperty("total")
            .GetInt64());
    }
}
