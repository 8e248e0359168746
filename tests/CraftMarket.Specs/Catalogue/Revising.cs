using CraftMarket.Catalogue;
using CraftMarket.Kernel.Facts;

namespace CraftMarket.Specs.Catalogue;

/// <summary>A change of a product as it is decided: its own events, the facts for others and the work apart.</summary>
internal static class Revising
{
    public static (RevisedProduct Revised, IReadOnlyList<object> Events, IReadOnlyList<object> Told) Handle(ReviseProduct command,
        Product product, ListingFacts facts, DateTimeOffset now)
    {
        var revised = ProductRevision.Of(command, product, facts, now);
        return (revised, [.. revised.Events.Where(x => x is not ProductOffered)],
            [.. revised.Events.Where(x => x is ProductOffered), .. revised.Work]);
    }
}
