using System.Net;
using CraftMarket.Web.Access;

namespace CraftMarket.Tests.People;

/// <summary>Every door of the house, tried by everybody.</summary>
public sealed class PolicyMatrixTests(RunningMarket market)
{
    private const string Stranger = "stranger";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public void every_door_has_its_line_and_every_line_its_door()
    {
        var doors = Door.Of(market).Select(x => x.Name).ToArray();
        Assert.True(doors.Length > 20, "The doors were not found.");
        Assert.Empty(doors.Except(AccessTable.Rows.Keys).Select(x => $"not in AccessTable: {x}"));
        Assert.Empty(AccessTable.Rows.Keys.Except(doors).Select(x => $"no such route or page: {x}"));
    }

    [Theory]
    [InlineData(Stranger)]
    [InlineData(Roles.Artisan)]
    [InlineData(Roles.Companion)]
    [InlineData(Roles.Staff)]
    [InlineData(Roles.Curator)]
    [InlineData(Roles.Operator)]
    public async Task a_door_opens_to_whom_the_table_says_and_to_nobody_else(string role)
    {
        using var browser = role == Stranger ? market.Visitor() : market.OnPages(role, Visitors.Claims(role));
        var wrong = new List<string>();
        foreach (var door in Door.Of(market).Where(x => AccessTable.Rows.ContainsKey(x.Name)))
        {
            // Each with a session of its own: one of the doors ends it.
            using var program = role == Stranger ? market.Visitor() : market.As(role, Visitors.Claims(role));
            using var reply = await (door.IsApi ? program : browser).SendAsync(door.Knock(), Now);
            var may = AccessTable.Rows[door.Name] is var who && (who.Contains(AccessTable.Anyone) || who.Contains(role));
            if (await IsTurnedAway(reply) == may)
                wrong.Add($"{door.Name} {(may ? "turned away" : "let in")} {role}: {(int)reply.StatusCode}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task a_cookie_opens_no_route_of_the_interface_and_a_token_no_page()
    {
        using var browser = market.OnPages(Roles.Staff);
        var route = await browser.GetAsync("/api/v1/batches", Now);
        Assert.Equal(HttpStatusCode.Unauthorized, route.StatusCode);
        using var program = market.As(Roles.Staff);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/batches", Now)).StatusCode);
        foreach (var page in AccessTable.Rows.Where(x => x.Key.StartsWith("PAGE", StringComparison.Ordinal)
            && x.Value.Contains(Roles.Staff)))
        {
            var reply = await program.GetAsync(Door.Of(market).Single(x => x.Name == page.Key).Knock().RequestUri, Now);
            Assert.Contains("/masuk", reply.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    private static async Task<bool> IsTurnedAway(HttpResponseMessage reply) => reply.StatusCode switch
    {
        HttpStatusCode.Forbidden => true,
        HttpStatusCode.Unauthorized => !(await reply.Content.ReadAsStringAsync(Now))
            .Contains("bad_credentials", StringComparison.Ordinal),
        HttpStatusCode.Redirect => reply.Headers.Location!.OriginalString.Contains("/masuk?", StringComparison.Ordinal),
        _ => false,
    };
}
