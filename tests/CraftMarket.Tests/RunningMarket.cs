using System.Net.Sockets;
using CraftMarket.Demo;
using CraftMarket.Ordering;
using CraftMarket.Tests.Telling;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CraftMarket.Tests;

/// <summary>The whole application on a database of its own, served by Kestrel on a free loopback port.</summary>
public sealed class RunningMarket : IAsyncLifetime
{
    /// <summary>What seals the people of the earlier database in <c>Upgrades</c>, made for a demo and known to everybody. All
    /// tests of one process share it, for stream ids are made with it.</summary>
    internal const string DemoMasterKey = "w4HvblwnYIgif4pDaIyEhBn8SJaFpc8C36I1ONwy2lw=";

    private readonly string _database = $"craftmarket_test_{Guid.NewGuid():N}";
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly Action<WebApplicationBuilder>? _adjust;
    private readonly Func<NpgsqlDataSource, Task>? _restore;
    private WebApplication _app = null!;

    public RunningMarket() : this(new Dictionary<string, string?>())
    {
    }

    /// <summary>One more market, for a class that needs other settings or would disturb its neighbours.</summary>
    /// <param name="restore">What lies in its database before it starts.</param>
    internal RunningMarket(IReadOnlyDictionary<string, string?> settings, Action<WebApplicationBuilder>? adjust = null,
        Func<NpgsqlDataSource, Task>? restore = null) => (_settings, _adjust, _restore) = (settings, adjust, restore);

    /// <summary>The address it listens on, such as <c>http://127.0.0.1:41234</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What it wrote of requests since it started.</summary>
    internal RequestLines Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    public string ConnectionString { get; private set; } = null!;

    /// <summary>The mail server that buyers are written to through.</summary>
    internal PostBox Post { get; } = PostBox.Open();

    /// <summary>What stands before Stripe's stand-in.</summary>
    internal FaultyStripe Stripe { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await OnServer($"create database {_database}");
        ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = _database }.ConnectionString;
        if (_restore is not null)
            await using (var database = NpgsqlDataSource.Create(ConnectionString)) await _restore(database);
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        var settings = new Dictionary<string, string?>
        {
            ["environment"] = "Development",
            ["urls"] = Address.ToString(),
            ["ConnectionStrings:Market"] = ConnectionString,
            ["Media:Root"] = Path.Combine(Path.GetTempPath(), _database),
            ["Keys:Master"] = DemoMasterKey,
            ["Demo:Data"] = "empty",
            ["Smtp:Host"] = "127.0.0.1",
            ["Smtp:Port"] = $"{Post.Port}",
            ["Smtp:Security"] = "none",
            ["Smtp:From"] = "CraftMarket <pesanan@craftmarket.test>",
            ["Proxy:Known"] = "127.0.0.1",
            ["Logging:LogLevel:Default"] = "Warning",
            // All tests come from one address, and most order with one phone.
            ["Limits:OrdersPerAddressPerMinute"] = "0",
            ["Limits:OpenOrdersPerPhone"] = "0",
            ["Limits:SignInsPerAddressPerMinute"] = "0",
            ["Limits:ContactsPerAddressPerHour"] = "0",
            ["Limits:OrderLinksPerAddressPerHour"] = "0",
            ["Limits:PasswordChecksAtOnce"] = "4",
        };
        foreach (var (name, value) in _settings) settings[name] = value;
        _app = DemoApplication.Create([], builder =>
        {
            builder.Services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter>(Stripe);
            builder.Logging.AddProvider(Log);
            _adjust?.Invoke(builder);
        }, settings);
        await _app.StartAsync();
        if (settings["Limits:OpenOrdersPerPhone"] != "0") return;
        await using var session = Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(HoldTerms.First with { MostPieces = 0 });
        await session.SaveChangesAsync();
    }

    /// <summary>A client of its own: no cookies, no redirects followed, nobody signed in.</summary>
    public HttpClient Visitor() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>A client with a bearer token of that role, as sign-in would have given it.</summary>
    /// <param name="role">One of the application's roles.</param>
    /// <param name="claims">Further claims, such as <c>("artisan", id)</c> or <c>("area", "52")</c>.</param>
    public HttpClient As(string role, params (string Type, string Value)[] claims)
    {
        var ticket = new AuthenticationTicket(this.SignedIn(IdentityConstants.BearerScheme, role, claims),
            new AuthenticationProperties { ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) },
            $"{IdentityConstants.BearerScheme}:AccessToken");
        var options = Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(IdentityConstants.BearerScheme);
        var client = Visitor();
        client.DefaultRequestHeaders.Authorization = new("Bearer", options.BearerTokenProtector.Protect(ticket));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Post.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await OnServer($"drop database if exists {_database} with (force)");
    }

    internal static string Server => Environment.GetEnvironmentVariable("ConnectionStrings__Market")
        ?? throw new InvalidOperationException("Run infra/test, or set ConnectionStrings__Market to a PostgreSQL server where "
            + "databases may be created.");

    internal static async Task OnServer(string sql)
    {
        await using var server = NpgsqlDataSource.Create(Server);
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
