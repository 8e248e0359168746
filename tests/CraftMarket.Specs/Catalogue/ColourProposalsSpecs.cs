using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Specs.Media;

namespace CraftMarket.Specs.Catalogue;

public sealed class ColourProposalsSpecs
{
    [Theory]
    [InlineData("#ffd400")]
    [InlineData("#fdfaf2", "#8a5a2b")]
    [InlineData("#000000")]
    [InlineData("#ffffff", "#fefefe", "#dddddd")]
    [InlineData("#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff")]
    public void three_to_five_colours_are_proposed_and_each_can_be_read(params string[] logo)
    {
        var proposals = ColourProposals.From(logo);
        Assert.InRange(proposals.Count, 3, 5);
        Assert.Equal(proposals.Count, proposals.Distinct().Count());
        Assert.All(proposals.Select(Tint.Of), x =>
        {
            Assert.True(x.ContrastWith(Tint.Paper) >= 4.5, $"{x.Hex} on paper");
            Assert.True(x.ContrastWith(x.Over) >= 4.5, $"on {x.Hex}");
        });
    }

    [Fact]
    public void a_colour_that_can_be_read_is_proposed_as_the_logo_has_it() =>
        Assert.Equal("#8a5a2b", ColourProposals.From(["#fdfaf2", "#8a5a2b"])[0]);

    [Fact]
    public void a_photo_with_no_colours_proposes_none() => Assert.Empty(ColourProposals.From([]));

    [Fact]
    public void the_colours_of_a_drawn_logo_are_found()
    {
        using var logo = DrawnPhoto.Of(3);
        Assert.InRange(logo.Seen().Colours.Count, 2, 6);
    }
}
