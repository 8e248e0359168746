using CraftMarket.Catalogue;
using CraftMarket.Search;

namespace CraftMarket.Specs.Search;

/// <summary>What was found on an index is kept as long as the index stands.</summary>
public sealed class ResultCacheSpecs
{
    private static readonly SearchResult Some = new([], 1, null, null, []);
    private readonly ResultCache _results = new();

    [Fact]
    public void the_same_question_of_the_same_day_has_its_answer()
    {
        _results.Keep(Asking("tas"), ASearchIndex.Day, Some);
        Assert.Same(Some, _results.Of(Asking("tas"), ASearchIndex.Day));
    }

    [Fact]
    public void another_word_page_order_or_day_is_another_question()
    {
        _results.Keep(Asking("tas"), ASearchIndex.Day, Some);
        Assert.Null(_results.Of(Asking("dompet"), ASearchIndex.Day));
        Assert.Null(_results.Of(Asking("tas") with { Page = 2 }, ASearchIndex.Day));
        Assert.Null(_results.Of(Asking("tas") with { Order = SortOrder.Newest }, ASearchIndex.Day));
        Assert.Null(_results.Of(Asking("tas") with { WithFacets = true }, ASearchIndex.Day));
        Assert.Null(_results.Of(Asking("tas"), ASearchIndex.Day.AddDays(1)));
    }

    [Fact]
    public void there_are_never_more_than_a_thousand_however_many_ask()
    {
        for (var page = 1; page <= 3 * ResultCache.Most; page++)
            _results.Keep(Asking("tas") with { Page = page }, ASearchIndex.Day, Some);
        Assert.InRange(_results.Count, 1, ResultCache.Most);
    }

    [Fact]
    public void what_only_one_person_will_ever_ask_is_not_kept()
    {
        var own = Asking(new('a', 81));
        _results.Keep(own, ASearchIndex.Day, Some);
        Assert.Null(_results.Of(own, ASearchIndex.Day));
    }

    private static SearchQuery Asking(string words) => new(words, null, null, null, null, null, null, 1);
}
