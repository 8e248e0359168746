using CraftMarket.Kernel;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Storefront;

namespace CraftMarket.Specs.Pages;

public sealed class ManySpecs
{
    [Fact]
    public void english_has_a_form_for_one()
    {
        Assert.Equal(["0 days", "1 day", "2 days"], new[] { 0, 1, 2 }.Select(x => Many.Of(x, "day")));
        var list = new ListWords(null, "Bags", null, null, 1, 1, 1);
        Assert.StartsWith("Bags: 1 product made", list.Description((_, english) => english), StringComparison.Ordinal);
    }

    [Fact]
    public void a_sentence_without_english_says_that_it_is_indonesian()
    {
        Assert.Equal(("en", "id", "id"),
            (new Wording("Tenun", "Weaving").LanguageIn("en"), new Wording("Tenun", "").LanguageIn("en"),
            new Wording("Tenun", "Weaving").LanguageIn("id")));
    }
}
