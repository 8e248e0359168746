using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CraftMarket.Kernel;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Tests.People;
using CraftMarket.Tests.Training;
using CraftMarket.Web.Access;
using JasperFx;
using Marten.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CraftMarket.Tests.Operating.Naughty;

/// <summary>A market of its own with something in it, so that requests come further than «not found», and an ear for what it
/// logs.</summary>
public sealed partial class NaughtyWorld : IAsyncLifetime
{
    public const string Stranger = "stranger";

    private readonly ErrorLog _log = new();

    public NaughtyWorld() => Market = new(new Dictionary<string, string?>
    {
        ["Limits:OrdersPerAddressPerMinute"] = "0", ["Limits:OpenOrdersPerPhone"] = "0",
        ["Limits:SignInsPerAddressPerMinute"] = "0", ["Caching:Seconds"] = "0",
    }, builder => builder.Logging.AddProvider(_log));

    internal RunningMarket Market { get; }

    /// <summary>What stands for a field, a value of a route or of a query when it is to be right.</summary>
    internal Dictionary<string, object?> Right { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["phone"] = "081234567890", ["regionCode"] = "52.71", ["villageCode"] = "52.02.06.2003", ["village"] = "52.02.06.2003",
        ["code"] = "52.02.06.2003",
        ["payment"] = "transfer", ["mode"] = "inClass", ["sex"] = "f", ["outcome"] = "valid", ["kind"] = "farm",
        ["category"] = "tas", ["colour"] = "#8a5a2b",
        ["decision"] = "approve", ["proof"] = "said", ["visitedOn"] = Field.Day(Field.VisitedOn), ["asOf"] = "2026-07-01",
        ["startsOn"] = "2026-07-08",
        ["endsOn"] = "2026-07-12", ["month"] = "2026-07", ["birthYear"] = 1990, ["birthDate"] = "1990-08-17", ["quantity"] = 1,
        ["price"] = 150_000, ["page"] = 1,
        ["login"] = "081299998888", ["password"] = "Sandi-yang-panjang-9", ["name"] = "Inaq Sahnun", ["skill"] = "kerajinan",
        ["stars"] = 5, ["status"] = "new",
    };

    public async ValueTask InitializeAsync()
    {
        await Market.InitializeAsync();
        await Furnish();
        _log.Take();
    }

    /// <summary>Somebody who may enter, signed in anew for each door: what is said to one may end the session.</summary>
    /// <returns>A client, and what forms of that person carry against forgery.</returns>
    internal async Task<(HttpClient Client, string Token)> Enter(NaughtyDoor door)
    {
        var claims = door.Role == Roles.Artisan
            ? [("artisan", $"{Right["artisanId"]}"), ("person", $"{Right["person"]}")]
            : Visitors.Claims(door.Role);
        if (door.IsApi) return (door.Role == Stranger ? Market.Visitor() : Market.As(door.Role, claims), "");
        var browser = door.Role == Stranger ? Market.Visitor() : Market.OnPages(door.Role, claims);
        using var page = await browser.GetAsync(door.Role == Stranger ? "/masuk" : "/tidak-ada");
        var cookies = page.Headers.GetValues("Set-Cookie").Select(x => x.Split(';')[0]);
        var kept = browser.DefaultRequestHeaders.TryGetValues("Cookie", out var known) ? known : [];
        browser.DefaultRequestHeaders.Remove("Cookie");
        browser.DefaultRequestHeaders.Add("Cookie", string.Join("; ", kept.Concat(cookies)));
        return (browser, Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    /// <summary>What was logged as an error since it was asked for last. Eight doors at once act on one person; of two writers
    /// who meet the loser is logged and tried again, which other tests look at.</summary>
    internal IReadOnlyList<string> Errors() => _log.Take();

    /// <summary>An id that leads somewhere, by the path in front of it.</summary>
    internal string Id(string before, string name) => before switch
    {
        _ when before.Contains("participants/", StringComparison.Ordinal)
            || before.Contains("peserta/", StringComparison.Ordinal) => $"{Right["participantId"]}",
        _ when before.Contains("seller-orders/", StringComparison.Ordinal) => $"{Right["sellerOrderId"]}",
        _ when before.Contains("orders/", StringComparison.Ordinal) || before.Contains("pesanan/", StringComparison.Ordinal)
            || before.Contains("pembayaran/", StringComparison.Ordinal) => $"{Right["orderId"]}",
        _ when before.Contains("batches/", StringComparison.Ordinal) || before.Contains("angkatan/", StringComparison.Ordinal) =>
            $"{Right["batchId"]}",
        _ when before.Contains("products/", StringComparison.Ordinal) || before.Contains("produk/", StringComparison.Ordinal)
            || before.Contains("kurasi/", StringComparison.Ordinal) => $"{Right["productId"]}",
        _ when before.Contains("groups/", StringComparison.Ordinal) => $"{Right["groupId"]}",
        _ when before.Contains("artisans/", StringComparison.Ordinal) || before.Contains("tanda/", StringComparison.Ordinal)
            || name == "artisan" => $"{Right["artisanId"]}",
        _ when before.Contains("purpose", StringComparison.Ordinal) || name == "purpose" => "shop",
        _ => Right.TryGetValue(name, out var right) ? $"{right}" : Guid.NewGuid().ToString(),
    };

    public ValueTask DisposeAsync() => Market.DisposeAsync();

    private async Task Furnish()
    {
        using var workshop = await Workshop.Open(Market);
        var bag = await workshop.Bag();
        var product = await workshop.Listed(bag);
        (Right["artisanId"], Right["productId"], Right["photoId"]) =
            (workshop.Id.Value, product.GetProperty("id").GetGuid(), await workshop.Photo());
        await Workshop.Read(await workshop.Submit((Guid)Right["productId"]!), 202);
        await Workshop.Read(await workshop.Decide((Guid)Right["productId"]!, "approve"), 200);
        using var field = new Field(Market);
        var programme = await field.Programme();
        var person = await Market.Registered(Villagers.Inaq("Inaq Sahnun"));
        (Right["programmeId"], Right["batchId"], Right["participantId"], Right["person"]) =
            (programme, await field.Batch(programme), await field.VerifiedParticipant(), person.Value);
        using var buyer = Market.Visitor();
        var placed = await Workshop.Eventually(async () =>
            await (await buyer.Order("transfer", (new ProductId((Guid)Right["productId"]!), 1))).Json(),
            x => x.TryGetProperty("accessKey", out _));
        (Right["orderId"], Right["key"]) = (placed.GetProperty("id").GetGuid(), placed.GetProperty("accessKey").GetString());
        Right["sellerOrderId"] = placed.GetProperty("parts")[0].GetProperty("id").GetGuid();
        var group = await workshop.Artisan.PostAsJsonAsync("/api/v1/groups",
            new { name = "Penenun Semoyang", story = "Tiga perempuan.", colour = "#5b2a1f" });
        Right["groupId"] = (await group.Json()).TryGetProperty("id", out var id) ? id.GetGuid() : Guid.NewGuid();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private sealed class ErrorLog : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public ILogger CreateLogger(string categoryName) => new Ear(categoryName, _lines);

        public List<string> Take()
        {
            var taken = new List<string>();
            while (_lines.TryDequeue(out var line)) taken.Add(line);
            return taken;
        }

        public void Dispose()
        {
        }
    }

    private sealed class Ear(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
            string> formatter)
        {
            if (IsEnabled(logLevel) && !IsRace(exception))
                lines.Enqueue($"{category}: {formatter(state, exception)} {exception}");
        }

        private static bool IsRace(Exception? failure) => failure switch
        {
            null => false,
            ConcurrencyException or ExistingStreamIdCollisionException or DocumentAlreadyExistsException => true,
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
            AggregateException many => many.InnerExceptions.All(IsRace),
            _ => IsRace(failure.InnerException),
        };
    }
}
