using System.Text.RegularExpressions;

namespace CraftMarket.Specs.House;

/// <summary>A deployed program changes no schema by itself, so what it keeps must be known before it starts.</summary>
public sealed partial class DocumentSpecs
{
    [Fact]
    public void every_document_is_registered_by_its_capability()
    {
        var known = Repository.Files("src").SelectMany(x => Registered().Matches(x.Text)).Select(x => x.Groups[1].Value)
            .ToHashSet();
        var used = Repository.Files("src").SelectMany(x => Used().Matches(x.Text)).Select(x => x.Groups[1].Value)
            .Where(x => x is not ("T" or "string")).Distinct().ToList();
        Assert.NotEmpty(used);
        Assert.Empty(used.Except(known));
    }

    [GeneratedRegex(@"\b(?:Schema\.For|Snapshot|RegisterDocumentType|SingleStreamProjection|MultiStreamProjection)<(\w+)[>,]")]
    private static partial Regex Registered();

    [GeneratedRegex(
        @"\b(?:session|store|batch|query|documents)\."
        + @"(?:LoadAsync|LoadManyAsync|Load|Query|Store|Insert|DeleteWhere|Delete)<(\w+)>\(")]
    private static partial Regex Used();
}
