using System.Text.RegularExpressions;
using CraftMarket.Specs.House;

namespace CraftMarket.Specs.Pages;

/// <summary>A limit stands beside its rule; a form that states one of its own says sooner or later something else.</summary>
public sealed class FormLimitSpecs
{
    [Fact]
    public void a_form_reads_how_long_something_can_be_from_the_rule()
    {
        var found = Repository.Files("src", "*.cshtml").SelectMany(x => Regex.Matches(x.Text,
            @"<[^<]*\b(max|min)(length)?=""\d{2,}""")
            .Select(y => $"{x.Path}: {y.Value}"));
        Assert.Empty(found);
    }
}
