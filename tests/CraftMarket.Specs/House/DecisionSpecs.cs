using System.Reflection;
using System.Text.RegularExpressions;
using Marten;
using Npgsql;
using Wolverine;

namespace CraftMarket.Specs.House;

/// <summary>Decisions are pure, answer, and refuse in two languages.</summary>
public sealed partial class DecisionSpecs
{
    private static readonly Type[] Impure =
    [
        typeof(IQuerySession), typeof(IDocumentStore), typeof(TimeProvider), typeof(Random), typeof(IMessageBus),
        typeof(NpgsqlDataSource), typeof(HttpClient), typeof(IServiceProvider),
    ];

    [Fact]
    public void what_decides_reads_no_clock_no_chance_and_no_database()
    {
        var found = Repository.Types.SelectMany(x =>
            x.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(Decides)
            .Where(x => typeof(Task).IsAssignableFrom(x.ReturnType)
                || x.GetParameters().Any(p => Impure.Any(impure => impure.IsAssignableFrom(p.ParameterType))))
            .Select(x => $"{x.DeclaringType!.FullName}.{x.Name}");
        Assert.Empty(found);
    }

    /// <summary>A stream at hand is for looking: what is to be appended is returned, so that the decision can be asked twice and
    /// does nothing.</summary>
    [Fact]
    public void what_decides_appends_nothing_itself() =>
        Assert.Empty(Repository.Files("src").SelectMany(file => Appends(file.Text).Select(line => $"{file.Path}: {line}")));

    [Theory]
    [InlineData("        if (changed) register.AppendOne(new ConsentGiven(person));", true)]
    [InlineData("        facts.Maker.AppendMany(changed, address);", true)]
    [InlineData("        public void Execute(IDocumentSession session) => Stream.AppendMany(Events);", false)]
    public void the_search_for_appending_finds_it(string line, bool found) => Assert.Equal(found, Appends(line).Any());

    [Fact]
    public void every_command_that_a_page_or_route_sends_is_answered()
    {
        var commands = Repository.Files("src/CraftMarket.Web").SelectMany(x => Sent().Matches(x.Text))
            .Select(x => x.Groups[1].Value).ToHashSet();
        var handlers = Repository.Capabilities.SelectMany(x => x.GetTypes())
            .SelectMany(x => x.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(x => x.Name is "Handle" or "HandleAsync" && x.GetParameters().Length > 0).ToList();
        var silent = handlers.Where(x => commands.Contains(x.GetParameters()[0].ParameterType.Name) && !Answers(x.ReturnType))
            .Select(x => x.DeclaringType!.FullName);
        Assert.Empty(silent);
        Assert.NotEmpty(commands);
    }

    [Fact]
    public void refusals_that_are_kept_speak_both_languages()
    {
        var kept = Repository.Types.SelectMany(x =>
            x.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(x => x.FieldType == typeof(Refusal)).Select(x => (Refusal)x.GetValue(null)!);
        Assert.All(kept, x =>
            Assert.True(Speaks(x.Why.Indonesian) && Speaks(x.Why.English) && Code().IsMatch(x.Code), x.ToString()));
    }

    [Fact]
    public void refusals_that_are_made_have_a_code_and_two_sentences()
    {
        var made = Repository.Files("src")
            .SelectMany(x => Made().Matches(x.Text).Select(m => (x.Path, Code: m.Groups[1].Value, Said: m.Groups[2].Value)))
            .ToList();
        Assert.NotEmpty(made);
        Assert.Empty(made.Where(x => !Code().IsMatch(x.Code) || x.Said.Contains("\"\"", StringComparison.Ordinal))
            .Select(x => $"{x.Path}: {x.Code}"));
    }

    private static IEnumerable<string> Appends(string text) => text.Split('\n')
        .Where(x => Appended().IsMatch(x) && !x.Contains("void Execute(IDocumentSession", StringComparison.Ordinal))
            .Select(x => x.Trim());

    /// <summary>Folds, refusals, and handlers that answer a command.</summary>
    private static bool Decides(MethodInfo method) => method.Name switch
    {
        "Validate" or "Apply" or "Create" => method.DeclaringType is { IsPublic: true }
            && Repository.Capabilities.Contains(method.DeclaringType.Assembly),
        "Handle" => Answers(method.ReturnType) && method.IsStatic,
        _ => false,
    };

    private static bool Answers(Type type) => typeof(Answer).IsAssignableFrom(type)
        || (type.IsGenericType && type.GetGenericArguments() is [var first, ..] && Answers(first));

    private static bool Speaks(string sentence) => sentence.Length > 5;

    [GeneratedRegex(@"\bSend\(\s*new\s+(\w+)\(")]
    private static partial Regex Sent();

    [GeneratedRegex(@"\bRefusal\.(?:Conflict|Invalid)\(\s*""([^""]*)""\s*,([^;]{0,300})")]
    private static partial Regex Made();

    [GeneratedRegex(@"\.Append(One|Many)\(")]
    private static partial Regex Appended();

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Code();
}
