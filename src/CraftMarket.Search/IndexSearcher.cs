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
        if (parsed is null && filters.By == Facet.None) return Whole(index, query, day, skip);

        var scores = parsed is null ? null : Scores.For(parsed, index);
        var (fitting, fits, counts) = Fitting(index, filters, scores, query.WithFacets);
        var shown = Page(index, query, fitting, fits, day, skip);
        if (fitting.Count > 0)
            return new(At(index, shown), fitting.Count, counts?.Sum(filters.Material), Suggestion(parsed, fits), []);

        counts ??= Fitting(index, filters, scores, true).Counts!;
        var widenings = counts.Widenings().ToList();
        if (parsed is not null && Fitting(index, filters, null, false).Slots is { Count: > 0 } withoutWords)
            widenings.Add(new("q", withoutWords.Count));
        return new([], 0, query.WithFacets ? counts.Sum(filters.Material) : null, parsed?.Correction, widenings);
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

    /// <summary>What fits, newest first, with its scores; and what is left for each choice, if that is to be counted.</summary>
    private static (List<int> Slots, List<int> Scores, FacetCounts? Counts) Fitting(SearchIndex index, Filters filters,
        Scores? scores, bool counted)
    {
        var counts = counted ? new FacetCounts(index) : null;
        var among = scores?.Slots ?? filters.Shortest();
        var (slots, each) = (new List<int>(among?.Length ?? index.Products.Length), new List<int>(scores?.Slots.Length ?? 0));
        for (var i = 0; i < (among?.Length ?? index.Products.Length); i++)
        {
            var slot = among is null ? i : among[i];
            var misfit = filters.Misfit(slot);
            // Of a short list only what fits is counted here: what misses the list's own condition is not on it.
            if (misfit == Facet.None || scores is not null) counts?.Count(slot, misfit);
            if (misfit != Facet.None) continue;
            slots.Add(slot);
            if (scores is not null) each.Add(scores.Each[i]);
        }

        if (counts is not null && scores is null) CountNearly(index, filters, counts, slots.Count);
        return (slots, each, counts);
    }

    /// <summary>Counts, for each condition, the goods that fit all the others.</summary>
    private static void CountNearly(SearchIndex index, Filters filters, FacetCounts counts, int fitting)
    {
        foreach (var facet in Filters.All.Where(x => filters.By.HasFlag(x)))
        {
            if (filters.By == facet) counts.TakeWhole(facet, fitting);
            else CountMissing(facet, filters.Shortest(facet));
        }

        void CountMissing(Facet facet, int[]? among)
        {
            for (var i = 0; i < (among?.Length ?? index.Products.Length); i++)
                if (filters.Misfit(among is null ? i : among[i]) == facet) counts.Count(among is null ? i : among[i], facet);
        }
    }

    private static int[] Page(SearchIndex index, SearchQuery query, List<int> fitting, List<int> scores, DateOnly day, int skip)
    {
        var take = SearchQuery.PageSize;
        switch (query.Order ?? (scores.Count == 0 ? SortOrder.Fair : SortOrder.Relevance))
        {
            case SortOrder.Newest:
                return [.. fitting.Skip(skip).Take(take)];
            case SortOrder.CheapestFirst:
                return Along(index.CheapestFirst);
            case SortOrder.DearestFirst:
                return Along(index.DearestFirst);
            case SortOrder.Relevance when scores.Count > 0:
                return BestFirst(index, fitting, scores, day, skip, take);
            default:
                return FairOrder.Arrange(CollectionsMarshal.AsSpan(fitting), index.Maker, index.Makers.Length, day, skip, take);
        }

        int[] Along(int[] order)
        {
            var fits = new bool[index.Products.Length];
            foreach (var slot in fitting) fits[slot] = true;
            return [.. order.Where(x => fits[x]).Skip(skip).Take(take)];
        }
    }

    /// <summary>By how well they fit; among goods that fit equally well, in fair order.</summary>
    private static int[] BestFirst(SearchIndex index, List<int> fitting, List<int> scores, DateOnly day, int skip, int take)
    {
        var many = new int[Scores.Ceiling];
        foreach (var fit in scores) many[fit]++;
        var shown = new List<int>(take);
        for (int score = Scores.Ceiling - 1, before = 0; score >= 0 && shown.Count < take; before += many[score--])
        {
            if (many[score] == 0 || before + many[score] <= skip) continue;
            var equal = new List<int>(many[score]);
            for (var i = 0; i < fitting.Count; i++)
                if (scores[i] == score) equal.Add(fitting[i]);
            shown.AddRange(FairOrder.Arrange(CollectionsMarshal.AsSpan(equal), index.Maker, index.Makers.Length, day,
                Math.Max(0, skip - before), take - shown.Count));
        }

        return [.. shown];
    }

    /// <summary>Offered when the words as typed were nowhere and only words like them were found.</summary>
    private static string? Suggestion(ParsedQuery? parsed, List<int> scores) =>
        parsed?.Correction is { } correction && scores.All(x => x < Scores.WithoutSlips) ? correction : null;
}
