using System.Text.RegularExpressions;

namespace CraftMarket.Specs.House;

/// <summary>A pattern that says what a text may be says it to its very end.</summary>
public sealed class PatternSpecs
{
    // In .NET `$` also fits before a line break at the end, so `#8a5a2b\n` would be a colour.
    private static readonly Regex OpenEnd =
        new("""\b(GeneratedRegex|new Regex|Regex\.(IsMatch|Match))\([^\n]*?"[^"\n]*(?<!\\)\$"[,)]""");

    [Fact]
    public void a_pattern_ends_with_the_text_not_before_a_line_break()
    {
        var found = Repository.Files("src")
            .SelectMany(file => file.Text.Split('\n').Where(line => OpenEnd.IsMatch(line))
            .Select(line => $"{file.Path}: {line.Trim()}"));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("""    [GeneratedRegex("^#[0-9a-f]{6}$")]""", true)]
    [InlineData("""    [GeneratedRegex(@"^\d+$", RegexOptions.IgnoreCase)]""", true)]
    [InlineData("""        if (Regex.IsMatch(text, "^a$")) return;""", true)]
    [InlineData("""    [GeneratedRegex(@"^\d+\z")]""", false)]
    [InlineData("""    [GeneratedRegex(@"price\$")]""", false)]
    [InlineData("""    [GeneratedRegex(@"[@$]+(?:[-._])*|[.!?]")]""", false)]
    public void the_search_finds_them(string line, bool found) => Assert.Equal(found, OpenEnd.IsMatch(line));
}
