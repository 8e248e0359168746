using CraftMarket.Catalogue;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

/// <summary>How many titles the gate tells right; the rates are printed.</summary>
public sealed class SmokingCorpusSpecs(ITestOutputHelper output)
{
    private static readonly string[] Classes = [GoodsClass.Craft, GoodsClass.Food, GoodsClass.Other];

    [Fact]
    public void tobacco_to_smoke_passed_the_gate_under_another_name()
    {
        var judged = SmokingCorpus.Bad.SelectMany(title =>
            Classes.Select(of => (Title: title, Class: of, Verdict: Judge(title, of)))).ToList();
        Print(judged);
        Assert.True(SmokingCorpus.Bad.Length >= 60);
        Assert.DoesNotContain(judged, x => x.Verdict == SmokingVerdict.Clear);
    }

    [Theory]
    [InlineData("Rajangan virginia")]
    [InlineData("Tembakau mole asap")]
    [InlineData("mbako lombok siap linting")]
    public void cut_tobacco_by_its_regional_name_is_refused_and_not_only_looked_at(string title) =>
        Assert.All(Classes, of => Assert.Equal(SmokingVerdict.Refused, Judge(title, of)));

    [Fact]
    public void no_craft_and_no_other_good_is_refused_and_few_are_looked_at()
    {
        var judged = SmokingCorpus.Good.SelectMany(title =>
            Classes.Select(of => (Title: title, Class: of, Verdict: Judge(title, of)))).ToList();
        Print(judged);
        Assert.True(SmokingCorpus.Good.Length >= 60);
        Assert.DoesNotContain(judged, x => x.Verdict == SmokingVerdict.Refused);
        var looked = judged.Where(x => x.Class == GoodsClass.Craft && x.Verdict == SmokingVerdict.Flagged)
            .Select(x => x.Title).ToList();
        Assert.True(looked.Count * 10 <= SmokingCorpus.Good.Length, string.Join(", ", looked));
    }

    private void Print(IReadOnlyCollection<(string Title, string Class, SmokingVerdict Verdict)> judged)
    {
        foreach (var of in judged.GroupBy(x => x.Class))
            output.WriteLine(
                $"{of.Key}: {of.Count()} titles, "
                + $"{string.Join(", ", of.GroupBy(x => x.Verdict).OrderBy(x => x.Key).Select(x => $"{x.Count()} {x.Key}"))}");
        foreach (var (title, of, verdict) in judged.Where(x => x.Verdict != SmokingVerdict.Refused
            && x.Class == GoodsClass.Craft)) output.WriteLine($"{verdict}: {title}");
    }

    private static SmokingVerdict Judge(string title, string of)
    {
        var goods = Bag with { Name = title, Description = "", Materials = [], PhotoIds = [] };
        var facts = Facts() with
        {
            Class = GoodsClass.Initial.Single(x => x.Id == of),
            ByProductWords = GoodsClass.Initial.Single(x => x.Id == GoodsClass.ByProduct).Words
        };
        return SmokingRules.Problem(goods, facts) is not null ? SmokingVerdict.Refused
            : SmokingRules.NeedsLook(goods, facts) ? SmokingVerdict.Flagged : SmokingVerdict.Clear;
    }
}
