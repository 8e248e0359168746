using System.Runtime.InteropServices;

namespace CraftMarket.Catalogue;

/// <summary>What was found on a shelf, one page of it.</summary>
internal sealed record Finds(int[] Shown, int Total, ShopFacets? Facets, string? Suggestion, IReadOnlyList<Widening> Widenings);

/// <summary>Answers a question from one shelf. No clock, no database: the same shelf, question and day give the same
/// page.</summary>
internal static class Finder
{
    public static Finds Find(Shelf shelf, ShopQuestion question, Asked? asked, DateOnly day)
    {
        if (asked is { Terms.Count: 0 }) asked = null;
        var narrowing = new Narrowing(question, shelf);
        // Behind the last good there is nothing, however far.
        var skip = (int)Math.Min((question.Page - 1L) * ShopQuestion.PageSize, shelf.Goods.Length);
        if (asked is null && narrowing.By == Facet.None) return Whole(shelf, question, day, skip);

        var scores = asked is null ? null : Scores.For(asked, shelf);
        var (fitting, fits, counts) = Fitting(shelf, narrowing, scores, question.WithFacets);
        var shown = Page(shelf, question, fitting, fits, day, skip);
        if (fitting.Count > 0) return new(shown, fitting.Count, counts?.Sum(narrowing.Material), Suggestion(asked, fits), []);

        counts ??= Fitting(shelf, narrowing, scores, true).Counts!;
        var widenings = counts.Widenings().ToList();
        if (asked is not null && Fitting(shelf, narrowing, null, false).Slots is { Count: > 0 } withoutWords)
            widenings.Add(new("q", withoutWords.Count));
        return new([], 0, question.WithFacets ? counts.Sum(narrowing.Material) : null, asked?.Correction, widenings);
    }

    /// <summary>The whole window; its orders and its facets are worked out once for all who open it.</summary>
    private static Finds Whole(Shelf shelf, ShopQuestion question, DateOnly day, int skip) =>
        new([.. (question.Order switch
            {
                ShopOrder.Newest => shelf.NewestFirst,
                ShopOrder.CheapestFirst => shelf.CheapestFirst,
                ShopOrder.DearestFirst => shelf.DearestFirst,
                _ => shelf.InFairOrder(day),
            }).Skip(skip).Take(ShopQuestion.PageSize)], shelf.Goods.Length, question.WithFacets ? shelf.Facets.Value
                : null, null, []);

    /// <summary>What fits, newest first, with its scores; and what is left for each choice, if that is to be counted.</summary>
    private static (List<int> Slots, List<int> Scores, FacetCounts? Counts) Fitting(Shelf shelf, Narrowing narrowing,
        Scores? scores, bool counted)
    {
        var counts = counted ? new FacetCounts(shelf) : null;
        var among = scores?.Slots ?? narrowing.Shortest();
        var (slots, each) = (new List<int>(among?.Length ?? shelf.Goods.Length), new List<int>(scores?.Slots.Length ?? 0));
        for (var i = 0; i < (among?.Length ?? shelf.Goods.Length); i++)
        {
            var slot = among is null ? i : among[i];
            var misfit = narrowing.Misfit(slot);
            // Of a short list only what fits is counted here: what misses the list's own condition is not on it.
            if (misfit == Facet.None || scores is not null) counts?.Count(slot, misfit);
            if (misfit != Facet.None) continue;
            slots.Add(slot);
            if (scores is not null) each.Add(scores.Each[i]);
        }

        if (counts is not null && scores is null) CountNearly(shelf, narrowing, counts, slots.Count);
        return (slots, each, counts);
    }

    /// <summary>Counts, for each condition, the goods that fit all the others.</summary>
    private static void CountNearly(Shelf shelf, Narrowing narrowing, FacetCounts counts, int fitting)
    {
        foreach (var facet in Narrowing.All.Where(x => narrowing.By.HasFlag(x)))
        {
            if (narrowing.By == facet) counts.TakeWhole(facet, fitting);
            else CountMissing(facet, narrowing.Shortest(facet));
        }

        void CountMissing(Facet facet, int[]? among)
        {
            for (var i = 0; i < (among?.Length ?? shelf.Goods.Length); i++)
                if (narrowing.Misfit(among is null ? i : among[i]) == facet) counts.Count(among is null ? i : among[i], facet);
        }
    }

    private static int[] Page(Shelf shelf, ShopQuestion question, List<int> fitting, List<int> scores, DateOnly day, int skip)
    {
        var take = ShopQuestion.PageSize;
        switch (question.Order ?? (scores.Count == 0 ? ShopOrder.Fair : ShopOrder.Relevance))
        {
            case ShopOrder.Newest:
                return [.. fitting.Skip(skip).Take(take)];
            case ShopOrder.CheapestFirst:
                return Along(shelf.CheapestFirst);
            case ShopOrder.DearestFirst:
                return Along(shelf.DearestFirst);
            case ShopOrder.Relevance when scores.Count > 0:
                return BestFirst(shelf, fitting, scores, day, skip, take);
            default:
                return FairOrder.Arrange(CollectionsMarshal.AsSpan(fitting), shelf.Maker, shelf.Makers.Length, day, skip, take);
        }

        int[] Along(int[] order)
        {
            var fits = new bool[shelf.Goods.Length];
            foreach (var slot in fitting) fits[slot] = true;
            return [.. order.Where(x => fits[x]).Skip(skip).Take(take)];
        }
    }

    /// <summary>By how well they fit; among goods that fit equally well, in fair order.</summary>
    private static int[] BestFirst(Shelf shelf, List<int> fitting, List<int> scores, DateOnly day, int skip, int take)
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
            shown.AddRange(FairOrder.Arrange(CollectionsMarshal.AsSpan(equal), shelf.Maker, shelf.Makers.Length, day,
                Math.Max(0, skip - before), take - shown.Count));
        }

        return [.. shown];
    }

    /// <summary>Offered when the words as typed were nowhere and only words like them were found.</summary>
    private static string? Suggestion(Asked? asked, List<int> scores) =>
        asked?.Correction is { } correction && scores.All(x => x < Scores.WithoutSlips) ? correction : null;
}
