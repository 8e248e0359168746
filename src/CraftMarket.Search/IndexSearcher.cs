using System.Runtime.InteropServices;

namespace CraftMarket.Search;

/// <summary>Answers a query from one index. No clock, no database: the same index, query and day give the same
/// page.</summary>
internal static class IndexSearcher
{
    public static SearchResult Find(SearchIndex index, SearchQuery query, ParsedQuery? parsed, DateOnly day)
    {
        if (parsed is { Terms.Count: 0 }) parsed = null;
        var filters = new Filters(query, index);
        // Behind the last product there is nothing, however far.
        var skip = (int)Math.Min((query.Page - 1L) * SearchQuery.PageSize, index.Products.Length);
        var scores = parsed is null ? null : Scores.For(parsed, index);
        var found = scores is null ? null : SlotSet.Of(index.Products.Length, scores.Slots);
        if (filters.Fitting(found) is not { } fitting) return Whole(index, query, day, skip);

        var slots = fitting.Slots();
        int[] fits = scores is null ? [] : [.. scores.Each.Where((_, i) => fitting.Holds(scores.Slots[i]))];
        var counts = new FacetCounts(index, filters, found);
        return new(At(index, Page(index, query, slots, fits, day, skip)), slots.Length, query.WithFacets ? counts.Sum() : null,
            slots.Length > 0 ? Suggestion(parsed, fits) : parsed?.Correction, slots.Length > 0 ? [] : [.. counts.Widenings()]);
    }

    /// <summary>The whole storefront; its orders and its facets are worked out once for all who open it.</summary>
    private static SearchResult Whole(SearchIndex index, SearchQuery query, DateOnly day, int skip)
    {
        var order = query.Order switch
        {
            SortOrder.Newest => index.NewestFirst,
            SortOrder.CheapestFirst => index.CheapestFirst,
            SortOrder.DearestFirst => index.DearestFirst,
            _ => index.FairOrderOf(day),
        };
        return new(At(index, order.Skip(skip).Take(SearchQuery.PageSize)), index.Products.Length,
            query.WithFacets ? index.Facets : null, null, []);
    }

    private static IndexedProduct[] At(SearchIndex index, IEnumerable<int> slots) => [.. slots.Select(x => index.Products[x])];

    private static int[] Page(SearchIndex index, SearchQuery query, int[] fitting, int[] scores, DateOnly day, int skip)
    {
        var take = SearchQuery.PageSize;
        switch (query.Order ?? (scores.Length == 0 ? SortOrder.Fair : SortOrder.Relevance))
        {
            case SortOrder.Newest:
                return [.. fitting.Skip(skip).Take(take)];
            case SortOrder.CheapestFirst:
                return Along(index.CheapestFirst);
            case SortOrder.DearestFirst:
                return Along(index.DearestFirst);
            case SortOrder.Relevance when scores.Length > 0:
                return BestFirst(index, fitting, scores, day, skip, take);
            default:
                return FairOrder.Arrange(fitting, index.Maker, index.Makers.Length, day, skip, take);
        }

        int[] Along(int[] order)
        {
            var fits = new bool[index.Products.Length];
            foreach (var slot in fitting) fits[slot] = true;
            return [.. order.Where(x => fits[x]).Skip(skip).Take(take)];
        }
    }

    /// <summary>By how well they fit; among goods that fit equally well, in fair order.</summary>
    private static int[] BestFirst(SearchIndex index, int[] fitting, int[] scores, DateOnly day, int skip, int take)
    {
        var many = new int[Scores.Ceiling];
        foreach (var fit in scores) many[fit]++;
        var shown = new List<int>(take);
        for (int score = Scores.Ceiling - 1, before = 0; score >= 0 && shown.Count < take; before += many[score--])
        {
            if (many[score] == 0 || before + many[score] <= skip) continue;
            var equal = new List<int>(many[score]);
            for (var i = 0; i < fitting.Length; i++)
                if (scores[i] == score) equal.Add(fitting[i]);
            shown.AddRange(FairOrder.Arrange(CollectionsMarshal.AsSpan(equal), index.Maker, index.Makers.Length, day,
                Math.Max(0, skip - before), take - shown.Count));
        }

        return [.. shown];
    }

    /// <summary>Offered when the words as typed were nowhere and only words like them were found.</summary>
    private static string? Suggestion(ParsedQuery? parsed, int[] scores) =>
        parsed?.Correction is { } correction && scores.All(x => x < Scores.WithoutSlips) ? correction : null;
}
