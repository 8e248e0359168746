using CraftMarket.Kernel;

namespace CraftMarket.Specs;

public sealed class NewIdSpecs
{
    [Fact]
    public void one_cause_leads_to_one_id() => Assert.Equal(NewId.For("refund", "a", "b"), NewId.For("refund", "a", "b"));

    [Fact]
    public void other_causes_lead_to_other_ids() =>
        Assert.Equal(4, new[] { NewId.For("refund", "a"), NewId.For("refund", "b"), NewId.For("payout", "a"),
            NewId.For("refund", "a", "b") }.Distinct().Count());

    [Fact]
    public void an_id_from_a_cause_says_so_in_its_version() => Assert.Equal(8, NewId.For("refund", "a").Version);

    [Fact]
    public void new_things_sort_by_time()
    {
        var noon = DateTimeOffset.Parse("2026-11-22T04:00:00Z");
        var ids = Enumerable.Range(0, 50).Select(i => NewId.At<OrderId>(noon.AddMilliseconds(i)).Value.ToString()).ToArray();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(50, ids.Distinct().Count());
    }
}
