using System.Net;
using System.Net.Http.Json;
using CraftMarket.Kernel;
using CraftMarket.People.Accounts;
using CraftMarket.Web.Operating;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CraftMarket.Tests.People;

/// <summary>What one does to another's account stays to be seen.</summary>
public sealed class AccountLogTests(RunningMarket market)
{
    private const string Chosen = "sirih pinang kapur";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task who_took_a_colleagues_second_factor_away_is_listed_after_the_link_was_used()
    {
        var (chief, colleague) = (await Holder.Of(market, "operator"), await Holder.Of(market, "staff"));
        using var desk = await chief.Browser();
        await desk.Open("/operator/akun");
        await desk.Send("make-link", ("login", colleague.Login), ("dropFactor", "true"));
        using var other = new Reader(market);
        await other.Open(new Uri(desk.Find("link").TextContent).PathAndQuery);
        await other.Send("submit", ("password", Chosen), ("again", Chosen));
        await desk.Open("/operator/akun");
        var rows = desk.Page.QuerySelectorAll("[data-test=done]").Where(x => x.TextContent.Contains(colleague.Login)).ToList();
        Assert.Equal([AccountDeed.FactorDropped, AccountDeed.FactorLinkMade], rows.Select(x => x.GetAttribute("data-what")));
        Assert.All(rows, x => Assert.Contains(chief.Login, x.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_link_for_an_artisan_is_written_down_when_it_is_made_and_when_it_is_used()
    {
        var (maker, artisan) = (await Holder.Of(market, "staff"), await Holder.Of(market, "artisan", phone: true));
        using var office = await maker.Program();
        var reply = await office.PostAsJsonAsync($"/api/v1/accounts/{Uri.EscapeDataString(artisan.Login)}/reset", new { }, Now);
        var link = (await reply.Content.ReadFromJsonAsync<Dictionary<string, string>>(Now))!["link"];
        var resets = market.Services.GetRequiredService<Resets>();
        Assert.IsType<Done>(await resets.UseAsync(new Uri(link).Segments[^1], Chosen, null, "198.18.99.2", Now));
        Assert.Equal([(AccountDeed.LinkUsed, maker.Id), (AccountDeed.LinkMade, maker.Id)], await DoneTo(artisan));
    }

    [Fact]
    public async Task an_operator_signs_somebody_out_everywhere_and_the_password_stays()
    {
        var (chief, holder) = (await Holder.Of(market, "operator"), await Holder.Of(market, "staff"));
        using var program = await holder.Program();
        using var browser = await holder.Browser();
        using var desk = await chief.Browser();
        await desk.Open("/operator/akun");
        await desk.Send("end-sessions", ("ended", "nobody@kantor.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Send("end-sessions", ("ended", holder.Login));
        Assert.Contains("sudah dikeluarkan", desk.Find("notice").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/batches", Now)).StatusCode);
        await browser.Open("/kantor");
        Assert.StartsWith("/masuk?", browser.Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await holder.TrySignIn()).StatusCode);
        Assert.Equal([(AccountDeed.SignedOut, chief.Id)], await DoneTo(holder));
    }

    [Fact]
    public async Task so_does_a_program_of_theirs_and_the_command_line()
    {
        var (chief, holder) = (await Holder.Of(market, "operator"), await Holder.Of(market, "staff"));
        using var first = await holder.Program();
        using var api = await chief.Program();
        var address = $"/api/v1/accounts/{Uri.EscapeDataString(holder.Login)}/sessions";
        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync(address, Now)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await first.GetAsync("/api/v1/batches", Now)).StatusCode);
        using var second = await holder.Program();
        Assert.IsType<Done>(await AccountCommand.Carry(market.Services, new() { Login = "sign-out", Role = holder.Login }));
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync("/api/v1/batches", Now)).StatusCode);
        Assert.Equal([(AccountDeed.SignedOut, null), (AccountDeed.SignedOut, chief.Id)], await DoneTo(holder));
    }

    [Fact]
    public async Task the_log_tells_it_too_by_ids_alone()
    {
        var (chief, colleague) = (await Holder.Of(market, "operator"), await Holder.Of(market, "staff"));
        var lines = new Lines();
        var log = ActivatorUtilities.CreateInstance<AccountLog>(market.Services, lines);
        var resets = ActivatorUtilities.CreateInstance<Resets>(market.Services, log);
        var account = await resets.HolderOf(colleague.Login, Now);
        Assert.IsType<ResetLink>(await resets.MakeAsync(account, all: true, chief.Id, dropFactor: true, Now));
        Assert.Equal([$"Account {colleague.Id}: {AccountDeed.FactorLinkMade} by {chief.Id}"], lines.Written);
    }

    private async Task<IEnumerable<(string, Guid?)>> DoneTo(Holder holder) =>
        (await market.Services.GetRequiredService<AccountLog>().LatestAsync(500, Now))
        .Where(x => x.AccountId == holder.Id).Select(x => (x.What, x.By));

    private sealed class Lines : ILogger<AccountLog>
    {
        public List<string> Written { get; } = [];

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Written.Add(formatter(state, exception));
    }
}
