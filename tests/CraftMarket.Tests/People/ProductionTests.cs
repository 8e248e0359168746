using CraftMarket.Demo;
using CraftMarket.Kernel;
using CraftMarket.People;
using CraftMarket.People.Accounts;
using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CraftMarket.Tests.People;

/// <summary>What must not happen where real people's data lies.</summary>
public sealed class ProductionTests(RunningMarket market)
{
    [Fact]
    public void demo_settings_stop_the_start() =>
        Assert.Contains("Development only", Start(("Demo:Password", "rahasia"), ("Keys:Master", new string('A', 43) + "="))
            .Message, StringComparison.Ordinal);

    [Fact]
    public void the_demo_does_not_start() =>
        Assert.Contains("Development only", Assert.Throws<InvalidOperationException>(() => DemoApplication.Create([],
            settings: new Dictionary<string, string?>
            {
                ["environment"] = "Production", ["Keys:Master"] = new string('A', 43) + "=",
                ["ConnectionStrings:Market"] = "Host=127.0.0.1;Database=nobody",
            })).Message, StringComparison.Ordinal);

    [Fact]
    public void a_missing_master_key_stops_the_start() =>
        Assert.Contains("Set Keys__Master", Start().Message, StringComparison.Ordinal);

    [Fact]
    public void a_short_master_key_stops_the_start() =>
        Assert.Contains("32 bytes", Start(("Keys:Master", "AAAA")).Message, StringComparison.Ordinal);

    [Fact]
    public void a_key_file_that_is_not_there_stops_the_start() =>
        Assert.Contains("no such file", Start(("Keys:MasterFile", "/nowhere/master.key")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void a_key_file_that_others_can_open_stops_the_start(UnixFileMode others)
    {
        if (OperatingSystem.IsWindows()) return;
        var file = KeyFile(UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
        Assert.Contains($"chmod 600 {file}", Start(("Keys:MasterFile", file)).Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task a_key_file_that_only_its_owner_can_open_is_taken()
    {
        if (OperatingSystem.IsWindows()) return;
        var file = KeyFile(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var app = MarketApplication.Create([], settings: new Dictionary<string, string?>
        {
            ["environment"] = "Production", ["ConnectionStrings:Market"] = "Host=127.0.0.1;Database=nobody",
            ["Keys:MasterFile"] = file,
        });
        Assert.NotNull(app.Services.GetRequiredService<MasterKey>());
        File.Delete(file);
    }

    [Theory]
    [InlineData("Stripe:SecretKey", "Stripe__WebhookSecret is not", "Production")]
    [InlineData("Stripe:WebhookSecret", "Stripe__SecretKey is not", "Production")]
    [InlineData("Stripe:SecretKey", "Stripe__WebhookSecret is not", "Development")]
    public void one_stripe_setting_without_the_other_stops_the_start(string set, string words, string environment) =>
        Assert.Contains(words,
        Start(environment, (set, "geheim"), ("Keys:Master", new string('A', 43) + "=")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Media__Root and Media__S3__… are both set", "Media:Root", "Media:S3:Endpoint", "Media:S3:Bucket",
        "Media:S3:AccessKey", "Media:S3:SecretKey")]
    [InlineData("Media__S3__Endpoint, Media__S3__AccessKey, Media__S3__SecretKey are not set", "Media:S3:Bucket")]
    [InlineData("Media__S3__SecretKey is not set", "Media:S3:Endpoint", "Media:S3:Bucket", "Media:S3:AccessKey")]
    [InlineData("Media__S3__Endpoint, Media__S3__Bucket, Media__S3__AccessKey, Media__S3__SecretKey are not set", "Media:Root",
        "Media:S3:Region")]
    [InlineData("Media__S3__Endpoint is not an address", "Media:S3:Endpoint=penyimpanan", "Media:S3:Bucket", "Media:S3:AccessKey",
        "Media:S3:SecretKey")]
    public void half_a_bucket_or_two_places_for_photos_stop_the_start(string words, params string[] set) => Assert.Contains(words,
        Start("Development",
            [.. set.Select(x =>
            (x.Split('=')[0], x.Contains('=', StringComparison.Ordinal) ? x.Split('=')[1] : "http://127.0.0.1:9"))]).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Set both Smtp__Host and Smtp__From", "Smtp:Host=127.0.0.1")]
    [InlineData("Set both Smtp__Host and Smtp__From", "Smtp:Password=geheim")]
    [InlineData("Smtp__From is not an e-mail address", "Smtp:Host=127.0.0.1", "Smtp:From=CraftMarket")]
    [InlineData("Set both Smtp__User and Smtp__Password", "Smtp:Host=127.0.0.1", "Smtp:From=pesanan@example.org",
        "Smtp:User=toko")]
    [InlineData("would go over an open line", "Smtp:Host=127.0.0.1", "Smtp:From=pesanan@example.org", "Smtp:User=toko",
        "Smtp:Password=geheim", "Smtp:Security=none")]
    [InlineData("tls, starttls or none", "Smtp:Host=127.0.0.1", "Smtp:From=pesanan@example.org", "Smtp:Security=ssl")]
    [InlineData("not a port's number", "Smtp:Host=127.0.0.1", "Smtp:From=pesanan@example.org", "Smtp:Port=dua")]
    [InlineData("set Site__Address too", "Smtp:Host=127.0.0.1", "Smtp:From=pesanan@example.org")]
    public void half_a_mail_server_stops_the_start(string words, params string[] set) => Assert.Contains(words,
        Start("Production", [("Keys:Master", new string('A', 43) + "="), .. set.Select(x => (x.Split('=')[0], x.Split('=')[1]))])
            .Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Site:Contact:Office=Kantor")]
    [InlineData("Site:Contact:Phone=0812")]
    [InlineData("Site:Contact:Office=Kantor", "Site:Contact:Email=kantor")]
    public void half_a_contact_stops_the_start(params string[] set) => Assert.Contains("Site__Contact__Office",
        Start("Production", [("Keys:Master", new string('A', 43) + "="),
            .. set.Select(x => (x.Split('=')[0], x.Split('=')[1]))]).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Production", "https://pasar.example.org", "__Host-", CookieSecurePolicy.Always)]
    [InlineData("Production", "http://127.0.0.1:5080", "", CookieSecurePolicy.SameAsRequest)]
    [InlineData("Development", "https://pasar.example.org", "", CookieSecurePolicy.SameAsRequest)]
    public async Task cookies_of_a_market_over_https_belong_to_its_host_alone(string environment, string address, string prefix,
        CookieSecurePolicy policy)
    {
        await using var app = Made(environment, ("Site:Address", address));
        CookieBuilder[] cookies =
        [
            app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
                .Get(IdentityConstants.ApplicationScheme).Cookie,
            app.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie,
            app.Services.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie,
        ];
        Assert.Equal([$"{prefix}craftmarket", $"{prefix}antiforgery", $"{prefix}notice"], cookies.Select(x => x.Name));
        Assert.All(cookies, x => Assert.Equal((policy, true, SameSiteMode.Lax, "/", null),
            (x.SecurePolicy, x.HttpOnly, x.SameSite, x.Path, x.Domain)));
    }

    [Theory]
    [InlineData(true, "Production")]
    [InlineData(false, "Production", "Accounts:SecondFactor=false")]
    [InlineData(false, "Development")]
    [InlineData(true, "Development", "Accounts:SecondFactor=true")]
    public async Task where_people_are_real_the_office_gives_a_code_unless_somebody_declines(bool asked, string environment,
        params string[] set)
    {
        await using var app = Made(environment, [.. set.Select(x => (x.Split('=')[0], x.Split('=')[1]))]);
        Assert.Equal(asked, app.Services.GetRequiredService<CraftMarket.Web.Access.SecondFactorRule>().Asked);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("600")]
    public void a_desk_that_is_never_signed_out_stops_the_start(string minutes) => Assert.Contains("Accounts__OfficeIdleMinutes",
        Start(("Keys:Master", new string('A', 43) + "="), ("Accounts:OfficeIdleMinutes", minutes)).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task browsers_come_back_over_https_for_a_year()
    {
        await using var app = Made("Production");
        Assert.Equal(TimeSpan.FromDays(365), app.Services.GetRequiredService<IOptions<HstsOptions>>().Value.MaxAge);
    }

    [Fact]
    public async Task the_demo_accounts_do_not_open_the_door_even_if_they_are_in_the_database()
    {
        await using var scope = market.Services.CreateAsyncScope();
        var strict = ActivatorUtilities.CreateInstance<Credentials>(scope.ServiceProvider,
            new PeopleRules(AllowFictitiousNik: false));
        var answer = await strict.CheckAsync("curator@craftmarket.test", DemoAccounts.DefaultPassword, "198.51.100.7",
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("bad_credentials", Assert.IsType<Refusal>(answer).Code);
    }

    private static WebApplication Made(string environment, params (string Name, string Value)[] settings) =>
        MarketApplication.Create([], settings: new Dictionary<string,
            string?>(settings.Select(x => KeyValuePair.Create<string, string?>(x.Name, x.Value)))
        {
            ["environment"] = environment,
            ["Handlers:Generated"] = "false",
            ["Keys:Master"] = new string('A', 43) + "=",
            ["ConnectionStrings:Market"] = "Host=127.0.0.1;Database=nobody",
        });

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static string KeyFile(UnixFileMode mode)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, Convert.ToBase64String(new byte[32]));
        File.SetUnixFileMode(file, mode);
        return file;
    }

    private static InvalidOperationException Start(params (string Name, string Value)[] settings) =>
        Start("Production", settings);

    private static InvalidOperationException Start(string environment, params (string Name, string Value)[] settings) =>
        Assert.Throws<InvalidOperationException>(() =>
        MarketApplication.Create([],
            settings: new Dictionary<string, string?>(settings.Select(x => KeyValuePair.Create<string, string?>(x.Name, x.Value)))
            {
                ["environment"] = environment,
                ["ConnectionStrings:Market"] = "Host=127.0.0.1;Database=nobody",
            }));
}
