using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CraftMarket.Specs.House;

/// <summary>Words and calls that have no place here.</summary>
public sealed class WordSpecs
{
    [Theory]
    [InlineData(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", "time comes in as a value; the host has a TimeProvider")]
    [InlineData(@"\bdynamic\s+\w+\s*[=;,)]", "types are known")]
    [InlineData(@"^\s*#region", "a file that needs folding is two files")]
    [InlineData(@"\b(TODO|FIXME|HACK|XXX)\b", "do it, or open an issue")]
    [InlineData(@"\bThread\.Sleep\b", "wait for what is waited for")]
    [InlineData(@"\basync\s+void\b", "nobody could await it")]
    [InlineData(@"\.(GetAwaiter\(\)\.GetResult\(\)|Result\.Value\b)", "await it")]
    [InlineData(@"//\s*(var|if|return|await|public|private|foreach)\b.*[;{]\s*$", "commented-out code lives in the history")]
    [InlineData(@"/(home|root|work|tmp)/\w", "no machine's paths")]
    public void code_does_not_contain(string pattern, string because)
    {
        var found = Repository.Files("src").SelectMany(file => Lines(file.Text)
            .Where(line => Regex.IsMatch(line.Text, pattern)).Select(line => $"{file.Path}:{line.Number} {line.Text.Trim()}"))
                .ToList();
        Assert.True(found.Count == 0, $"{because}:\n{string.Join('\n', found)}");
    }

    [Theory]
    [InlineData(@"[Nn]omor telepon (atau|\()|[Nn]omor telepon tidak", "nomor HP")]
    [InlineData(@"HP/email|\b(alamat|atau) email\b", "e-mail")]
    [InlineData(@"(anya|ubungi|ertemu|enali|angan|ihat) pembuatnya", "perajinnya")]
    [InlineData(@"[Hh]anya (\w+ )?yang (?:(?!\byang\b)[^"".])* bisa ", "hanya … yang … yang bisa")]
    [InlineData(@"\b[Pp]endapatan", "penghasilan")]
    [InlineData(@"[Pp]esan (yang )?macet", "pesan sistem yang gagal terkirim")]
    [InlineData(@"[Aa]lamat halaman", "tautan pesanan ini")]
    public void a_thing_has_one_name_and_one_spelling(string pattern, string instead)
    {
        var found = Repository.Files("src").Concat(Repository.Files("src", "*.cshtml")).SelectMany(file => Lines(file.Text)
            .Where(line => Regex.IsMatch(line.Text, pattern)).Select(line => $"{file.Path}:{line.Number} {line.Text.Trim()}"))
                .ToList();
        Assert.True(found.Count == 0, $"Write «{instead}»:\n{string.Join('\n', found)}");
    }

    [Fact]
    public void what_decides_is_given_its_ids()
    {
        var found = Repository.Files("src").Where(x => Regex.IsMatch(x.Text, @"static class \w+Handler\b"))
            .Where(x => Regex.IsMatch(x.Text, @"Guid\.(NewGuid|CreateVersion7)|Random\.Shared|RandomNumberGenerator"));
        Assert.Empty(found.Select(x => x.Path));
    }

    [Fact]
    public void names_say_what_a_thing_is()
    {
        string[] empty = ["Service", "Manager", "Helper", "Util", "Utils", "Dto", "Repository", "Impl", "Base"];
        var found = Repository.Types.Where(x => !typeof(ITagHelper).IsAssignableFrom(x))
            .Where(x => empty.Any(ending => x.Name.Split('`')[0].EndsWith(ending, StringComparison.Ordinal)))
            .Select(x => x.FullName);
        Assert.Empty(found);
    }

    [Fact]
    public void an_interface_has_more_than_one_implementation()
    {
        var types = Repository.Types.ToList();
        var lonely = types.Where(x => x.IsInterface && types.Count(y => !y.IsInterface && Implements(y, x)) < 2)
            .Select(x => x.FullName);
        Assert.Empty(lonely);
    }

    [Fact]
    public void the_search_for_words_finds_them() =>
        Assert.Contains(Lines("a\n// TODO later\n"), x => x.Number == 2 && Regex.IsMatch(x.Text, @"\b(TODO|FIXME|HACK|XXX)\b"));

    private static bool Implements(Type type, Type contract) =>
        type.GetInterfaces().Any(x => (x.IsGenericType ? x.GetGenericTypeDefinition() : x) == contract);

    private static IEnumerable<(int Number, string Text)> Lines(string text) =>
        text.Split('\n').Select((line, i) => (i + 1, line));
}
