using CraftMarket.Catalogue;

namespace CraftMarket.Specs.Finding;

/// <summary>What was found on a shelf is kept as long as the shelf stands.</summary>
public sealed class AnswersSpecs
{
    private static readonly Finds Some = new([1], 1, null, null, []);
    private readonly Answers _answers = new();

    [Fact]
    public void the_same_question_of_the_same_day_has_its_answer()
    {
        _answers.Keep(Asking("tas"), AShelf.Day, Some);
        Assert.Same(Some, _answers.Of(Asking("tas"), AShelf.Day));
    }

    [Fact]
    public void another_word_page_order_or_day_is_another_question()
    {
        _answers.Keep(Asking("tas"), AShelf.Day, Some);
        Assert.Null(_answers.Of(Asking("dompet"), AShelf.Day));
        Assert.Null(_answers.Of(Asking("tas") with { Page = 2 }, AShelf.Day));
        Assert.Null(_answers.Of(Asking("tas") with { Order = ShopOrder.Newest }, AShelf.Day));
        Assert.Null(_answers.Of(Asking("tas") with { WithFacets = true }, AShelf.Day));
        Assert.Null(_answers.Of(Asking("tas"), AShelf.Day.AddDays(1)));
    }

    [Fact]
    public void there_are_never_more_than_a_thousand_however_many_ask()
    {
        for (var page = 1; page <= 3 * Answers.Most; page++) _answers.Keep(Asking("tas") with { Page = page }, AShelf.Day, Some);
        Assert.InRange(_answers.Count, 1, Answers.Most);
    }

    [Fact]
    public void what_only_one_person_will_ever_ask_is_not_kept()
    {
        var own = Asking(new('a', 81));
        _answers.Keep(own, AShelf.Day, Some);
        Assert.Null(_answers.Of(own, AShelf.Day));
    }

    private static ShopQuestion Asking(string words) => new(words, null, null, null, null, null, null, 1);
}
