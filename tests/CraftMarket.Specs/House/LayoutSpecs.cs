using System.Text.RegularExpressions;

namespace CraftMarket.Specs.House;

/// <summary>Where things are, how long they get, and who may know whom.</summary>
public sealed partial class LayoutSpecs
{
    private const int MostColumns = 130;

    [Fact]
    public void the_top_level_has_these_names_and_no_others()
    {
        string[] expected = [".ci", ".editorconfig", ".git", ".gitattributes", ".gitignore", ".local", "CraftMarket.sln",
            "Directory.Build.props",
            "Directory.Packages.props", "LICENSE", "README.md", "global.json", "infra", "src", "tests"];
        var names = Directory.EnumerateFileSystemEntries(Repository.Root).Select(x => Path.GetFileName(x)!);
        Assert.Empty(names.Except(expected));
    }

    private const string Capabilities =
        "Media People Households Training Income Catalogue Search Ordering Payments Notices";

    /// <summary>Which project may know which others. A new one has no place in the house until it stands here.</summary>
    private static readonly Dictionary<string, string> Arrows = new()
    {
        ["Kernel"] = "", ["Media"] = "Kernel", ["People"] = "Kernel", ["Households"] = "Kernel", ["Training"] = "Kernel",
        ["Income"] = "Kernel Media", ["Catalogue"] = "Kernel Media Search", ["Search"] = "Kernel",
        ["Ordering"] = "Kernel",
        ["Payments"] = "Kernel Media", ["Notices"] = "Kernel", ["Workflows"] = $"Kernel {Capabilities}",
        ["Web"] = $"Kernel Workflows {Capabilities}", ["Demo"] = "Web",
    };

    /// <summary>The walls are in the project files: no capability knows another, and nothing points upwards.</summary>
    [Fact]
    public void a_project_knows_no_other_than_those_that_it_may() => Assert.Empty(
        from file in Repository.Files("src", "*.csproj")
        let project = Path.GetFileNameWithoutExtension(file.Path)["CraftMarket.".Length..]
        from known in Reference().Matches(file.Text).Select(x => x.Groups[1].Value)
        where !Arrows.TryGetValue(project, out var may) || !may.Split(' ').Contains(known)
        select $"{project} knows {known}");

    [Fact]
    public void every_project_has_its_place_in_the_house() => Assert.Empty(Repository.Files("src", "*.csproj")
        .Select(x => Path.GetFileNameWithoutExtension(x.Path)["CraftMarket.".Length..]).Except(Arrows.Keys));

    /// <summary>What everybody knows the password of is no part of what is deployed.</summary>
    [Fact]
    public void the_demo_knows_the_market_and_nothing_that_is_deployed_knows_the_demo()
    {
        var known = Repository.Files("src", "*.csproj").SelectMany(x => Reference().Matches(x.Text)
            .Select(y => (From: Path.GetFileNameWithoutExtension(x.Path), To: y.Groups[1].Value))).ToList();
        Assert.Equal(["Web"], known.Where(x => x.From == "CraftMarket.Demo").Select(x => x.To));
        Assert.DoesNotContain(known, x => x.To == "Demo");
    }

    /// <summary>Nor does it name what only the demo shows: its accounts and their password, its bank, its office, its
    /// addresses.</summary>
    [Fact]
    public void nothing_that_is_deployed_says_what_the_demo_says()
    {
        var said = Repository.Files("src").Concat(Repository.Files("src", "*.cshtml")).Where(x => OfDemo().IsMatch(x.Text))
            .Select(x => x.Path.Split('/')[1]).ToLookup(x => x == "CraftMarket.Demo");
        Assert.NotEmpty(said[true]);
        Assert.Empty(said[false]);
    }

    [Fact]
    public void folders_are_named_for_what_they_are_about()
    {
        string[] banned = ["Services", "Models", "Common", "Helpers", "Utils", "Shared", "Managers", "Repositories", "Dtos",
            "Interfaces"];
        var folders = Repository.Files("src").Concat(Repository.Files("src", "*.cshtml"))
            .SelectMany(x => Path.GetDirectoryName(x.Path)!.Split('/')).Distinct();
        Assert.Empty(folders.Intersect(banned));
    }

    /// <summary>So that a page may move without its address.</summary>
    [Fact]
    public void no_address_of_a_page_depends_on_its_folder()
    {
        var pages = Repository.Files("src", "*.cshtml").Where(x => !Path.GetFileName(x.Path).StartsWith('_')
            && !x.Path.Contains("/Slices/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, x => Assert.StartsWith("@page \"/", x.Text, StringComparison.Ordinal));
    }

    /// <summary>Razor looks beside the page and in the folder of what all pages share, and would notice only when somebody
    /// comes.</summary>
    [Fact]
    public void every_part_of_a_page_is_found_from_where_it_is_shown()
    {
        var views = Repository.Files("src/CraftMarket.Web", "*.cshtml").Concat(Repository.Files("src/CraftMarket.Web"))
            .Where(x => !Path.GetFileName(x.Path).StartsWith("_View", StringComparison.Ordinal)).ToList();
        var parts = views.Where(x => Path.GetFileName(x.Path).StartsWith('_'))
            .ToLookup(x => Path.GetFileNameWithoutExtension(x.Path), x => Path.GetDirectoryName(x.Path));
        var shown = views.SelectMany(x => Part().Matches(x.Text).Select(y => (x.Path, Part: y.Groups[1].Value))).ToList();
        Assert.NotEmpty(shown);
        Assert.Empty(shown.Where(x => !parts[x.Part].Contains("src/CraftMarket.Web/Pages")
            && !parts[x.Part].Contains(Path.GetDirectoryName(x.Path))).Select(x => $"{x.Path} shows {x.Part}"));
    }

    [Fact]
    public void files_are_short()
    {
        var lengths = Repository.Files("src").Select(x => (x.Path, Lines: x.Text.AsSpan().Count('\n')))
            .OrderBy(x => x.Lines).ToList();
        Assert.DoesNotContain(lengths, x => x.Lines > 300);
        Assert.True(lengths[lengths.Count / 2].Lines <= 50, $"The median file has {lengths[lengths.Count / 2].Lines} lines.");
        var long_ = lengths.Where(x => x.Lines > 150).ToList();
        Assert.True(long_.Count <= lengths.Count / 10, $"More than a tenth are over 150 lines: {string.Join(", ", long_)}");
    }

    /// <summary>A short file of long lines is not short. What <c>codegen write</c> wrote is not read.</summary>
    [Fact]
    public void lines_fit_on_a_screen() => Assert.Empty(
        from file in Repository.Files("src").Concat(Repository.Files("tests"))
        from line in file.Text.Split('\n').Index()
        where line.Item.Length > MostColumns
        select $"{file.Path}:{line.Index + 1} has {line.Item.Length} columns");

    /// <summary>So it is not even loaded where nobody asks for it.</summary>
    [Theory]
    [InlineData("Amazon", "src/CraftMarket.Media/Keeping/Bucket.cs")]
    [InlineData("MailKit|MimeKit", "src/CraftMarket.Notices/Email/SmtpLine.cs")]
    public void a_library_that_not_every_house_needs_is_named_in_one_file(string library, string file) =>
        Assert.Equal([file], Repository.Files("src").Where(x => Regex.IsMatch(x.Text, $@"\b({library})\.\w|using ({library})\b"))
            .Select(x => x.Path));

    [Fact]
    public void decisions_fit_on_a_page() =>
        Assert.Empty(Repository.Files("infra/decisions", "*.md").Where(x => x.Text.AsSpan().Count('\n') > 40)
            .Select(x => x.Path));

    [GeneratedRegex(@"\bDemo(Accounts|Office|Data|Runner)\b|Semoyang-2026|craftmarket\.test|\((contoh|demo)\)|stripe-stand-in|"
        + @"""/demo")]
    private static partial Regex OfDemo();

    [GeneratedRegex(@"(?:<partial name=|PartialAsync\(|Partial\()""(_\w+)""")]
    private static partial Regex Part();

    [GeneratedRegex(@"ProjectReference Include=""[^""]*CraftMarket\.(\w+)\.csproj""")]
    private static partial Regex Reference();
}
