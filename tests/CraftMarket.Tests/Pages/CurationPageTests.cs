using System.Net;
using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Tests;

/// <summary>A curator at work: what waits, and the two answers.</summary>
public sealed class CurationPageTests(RunningMarket market) : IDisposable
{
    private readonly Reader _curator = new(market, "curator");

    [Fact]
    public async Task an_approved_product_leaves_the_queue_for_the_shop()
    {
        using var workshop = await Workshop.Open(market);
        var product = await Submitted(workshop, "Tas kurasi setuju");
        await _curator.Open("/kantor/kurasi");
        var waiting = _curator.Page.QuerySelector($"[data-product='{product}']")!;
        Assert.Equal("Masuk hari ini", waiting.QuerySelector("[data-test=age]")!.TextContent);
        await _curator.Open(waiting.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("Dianyam tangan di Semoyang.", _curator.Find("description").TextContent, StringComparison.Ordinal);
        await _curator.Send("approve");
        Assert.Null(_curator.Page.QuerySelector($"[data-product='{product}']"));
        Assert.Equal("published", (await workshop.Shown($"{product}")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task a_product_goes_back_only_with_a_reason()
    {
        using var workshop = await Workshop.Open(market);
        var product = await Submitted(workshop, "Tas kurasi kembali");
        await _curator.Open($"/kantor/kurasi/{product}");
        await _curator.Send("return", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, _curator.Status);
        Assert.NotNull(_curator.Page.GetElementById("reason-wrong"));
        await _curator.Send("return", ("reason", "Fotonya terlalu gelap."));
        Assert.Equal("/kantor/kurasi", _curator.Path);
        await _curator.Open($"/kantor/kurasi/{product}");
        Assert.Null(_curator.Page.QuerySelector("[data-test=approve]"));
    }

    private static async Task<Guid> Submitted(Workshop workshop, string name)
    {
        var id = (await workshop.Listed(await workshop.Bag(name))).GetProperty("id").GetGuid();
        await Workshop.Read(await workshop.Submit(id), 202);
        return id;
    }

    public void Dispose() => _curator.Dispose();
}
