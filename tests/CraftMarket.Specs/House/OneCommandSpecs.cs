namespace CraftMarket.Specs.House;

/// <summary>Web turns a request into one command; what takes several steps is one command of Workflows, in one transaction, the
/// same for form and API (decision 0040).</summary>
public sealed class OneCommandSpecs
{
    private static readonly Dictionary<string, int> Known = new()
    {
        // Each row of a list of thousands is a person of their own: a list that broke off goes on with the next row.
        ["ImportApi.Take"] = 1,
        // A photo that came with a form is taken in before, as one of its own: its bytes are looked at outside any transaction.
        ["PhotoUpload.ReceiveAsync"] = 0,
    };

    [Fact]
    public void a_request_is_at_most_one_command()
    {
        var methods = SentCommands.In(Repository.Files("src/CraftMarket.Web").Select(x => x.Text), Known).Methods().ToList();
        Assert.True(methods.Count(x => x.Most == 1) > 100);
        Assert.Empty(methods.Where(x => x.Most > 1).Select(x => x.Method));
    }

    [Theory]
    [InlineData("await dispatch.Send(1);", 1)]
    [InlineData("await dispatch.Send(1); await dispatch.Send(2);", 2)]
    [InlineData("if (await dispatch.Send(1) is null) return; await dispatch.Send(2);", 2)]
    [InlineData("if (late) { await dispatch.Send(1); return; } await dispatch.Send(2);", 1)]
    [InlineData("await (late ? dispatch.Send(1) : dispatch.Send(2));", 1)]
    [InlineData("switch (late) { case true: await dispatch.Send(1); break; default: await dispatch.Send(2); break; }", 1)]
    [InlineData("if (late) await dispatch.Send(1); await dispatch.Send(2);", 2)]
    [InlineData("foreach (var x in new[] { 1, 2 }) await dispatch.Send(x);", 100)]
    [InlineData("await Keep(); await dispatch.Send(2);", 2)]
    [InlineData("await Once(() => dispatch.Send(1));", 1)]
    [InlineData("await dispatch.Save(); await dispatch.Send(2);", 2)]
    public void the_count_is_of_the_way_that_sends_most(string body, int most)
    {
        var source = $$"""
            class Dispatch(Wolverine.IMessageBus bus) { public Task<object> Send(object x) => bus.InvokeAsync<object>(x); }
            static class Saving { public static Task<object> Save(this Dispatch dispatch) => dispatch.Send(3); }
            class Page(Dispatch dispatch, bool late)
            {
                public async Task OnPost() { {{body}} }
                Task Keep() => dispatch.Send(1);
                Task Once(Func<Task> act) => act();
            }
            """;
        Assert.Equal(most, SentCommands.In([source]).Methods().Single(x => x.Method == "Page.OnPost").Most);
    }
}
