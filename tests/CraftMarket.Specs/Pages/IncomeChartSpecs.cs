using System.Globalization;
using System.Xml.Linq;
using CraftMarket.Kernel;
using CraftMarket.Web.Api;
using CraftMarket.Web.Income;

namespace CraftMarket.Specs.Pages;

public sealed class IncomeChartSpecs
{
    private static readonly ChartWords Words = new("Before the training", "no answer");
    private static readonly ChartGroup First = new("Angkatan 1", new(400_000), new(500_000));

    [Fact]
    public void the_highest_amount_has_the_longest_bar_and_the_others_their_share_of_it()
    {
        var drawn = Draw(First with { Line = null }, new("Angkatan 2", new(800_000), null));
        Assert.Equal([34, 68], drawn.Descendants("rect").Select(x => Percent(x, "width")));
    }

    [Fact]
    public void the_poverty_line_crosses_the_bar_at_its_share()
    {
        var drawn = Draw(First);
        var line = Assert.Single(drawn.Descendants("line"));
        Assert.Equal(68, Percent(line, "x1"));
        var bar = Assert.Single(drawn.Descendants("rect"));
        Assert.True((int)line.Attribute("y1")! < (int)bar.Attribute("y")!);
        Assert.True((int)line.Attribute("y2")! > (int)bar.Attribute("y")! + (int)bar.Attribute("height")!);
    }

    [Fact]
    public void each_bar_says_its_amount() => Assert.Equal(["Angkatan 1", "Rp400.000"], Texts(Draw(First)));

    [Fact]
    public void a_group_without_a_figure_says_so_and_draws_nothing()
    {
        var drawn = Draw(First, new("Angkatan 2", null, null));
        Assert.Equal(["Angkatan 2", "no answer"], Texts(drawn).Skip(2));
        Assert.Equal(0, Percent(drawn.Descendants("rect").Last(), "width"));
        Assert.Single(drawn.Descendants("line"));
    }

    [Fact]
    public void a_loss_has_no_length_but_says_its_amount()
    {
        var drawn = Draw(new ChartGroup("Desa Ganti", new(-50_000), null), new ChartGroup("Desa Mujur", new(100_000), null));
        Assert.Equal([0, 68], drawn.Descendants("rect").Select(x => Percent(x, "width")));
        Assert.Contains("-Rp50.000", Texts(drawn));
    }

    [Fact]
    public void nothing_known_at_all_is_still_a_picture() =>
        Assert.Equal([0], Draw(new ChartGroup("Angkatan 3", null, null)).Descendants("rect").Select(x => Percent(x, "width")));

    [Fact]
    public void groups_stand_under_each_other()
    {
        var tops = Draw(First, First, First).Descendants("rect").Select(x => (int)x.Attribute("y")!).ToList();
        Assert.Equal(tops.Order(), tops);
        Assert.Equal(3, tops.Distinct().Count());
    }

    [Fact]
    public void a_name_cannot_smuggle_in_markup() =>
        Assert.Contains("<script>alert(1)</script>", Texts(Draw(First with { Name = "<script>alert(1)</script>" })));

    [Fact]
    public void it_carries_no_style_and_no_script_so_the_content_policy_holds() =>
        Assert.DoesNotContain(Draw(First).DescendantsAndSelf().Attributes(),
            x => x.Name == "style" || x.Name.LocalName.StartsWith("on", StringComparison.Ordinal));

    private static XElement Draw(params ChartGroup[] groups) => XElement.Parse(IncomeChart.Draw(groups, Words).ToString()!);

    private static IEnumerable<string> Texts(XElement drawn) => drawn.Descendants("text").Select(x => x.Value);

    private static double Percent(XElement part, string name) =>
        double.Parse(part.Attribute(name)!.Value.TrimEnd('%'), CultureInfo.InvariantCulture);
}
