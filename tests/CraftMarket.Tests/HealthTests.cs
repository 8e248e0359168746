using System.Net;

namespace CraftMarket.Tests;

public sealed class HealthTests(RunningMarket market)
{
    [Fact]
    public async Task the_application_says_that_it_lives()
    {
        using var visitor = market.Visitor();
        var reply = await visitor.GetAsync("/health/live", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }
}
