using System.Text.RegularExpressions;
using CraftMarket.Kernel;
using CraftMarket.Ordering;
using CraftMarket.Payments;

namespace CraftMarket.Specs.House;

/// <summary>What turns on money or on where an order stands names every case, so that the compiler asks for a new one
/// (CS8509). A default would book it like another without a word.</summary>
public sealed partial class SwitchSpecs
{
    /// <summary>How a buyer pays, and all that Ordering and Payments tell apart.</summary>
    private static readonly Regex Named = new(@"\b(" + string.Join('|', Repository.Types.Where(x => x.IsEnum)
        .Where(x => x == typeof(PaymentMethod) || x.Assembly == typeof(OrderingModule).Assembly
            || x.Assembly == typeof(PaymentsModule).Assembly).Select(x => x.Name)) + @")\.\w+");

    [Fact]
    public void a_switch_over_money_has_no_default()
    {
        var found = Repository.Files("src").Concat(Repository.Files("src", "*.cshtml"))
            .SelectMany(file => Defaults(file.Text).Select(x => $"{file.Path}: {x}")).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData("x switch { PaymentMethod.Card => 1, _ => 2 }", true)]
    [InlineData("x switch { { Method: PaymentMethod.Card, Outside: false } => Of(1, 2), var other => Of(other) }", true)]
    [InlineData("x switch { (PaymentStatus.Paid, _) => 1, { } => 2 }", true)]
    [InlineData("x switch { { Reference: null, Method: not PaymentMethod.Card } => 1, null => 2 }", true)]
    [InlineData("switch (Of(x)) { case PayoutStatus.Paid: F(); break; default: G(); break; }", true)]
    [InlineData("x switch { PaymentMethod.Card => Of(y => 1, \"_ => }\"), PaymentMethod.Transfer or null => 2 }", false)]
    [InlineData("x switch { \"a\" => y switch { PaymentMethod.Card => 1, PaymentMethod.Transfer => 2 }, _ => 3 }", false)]
    [InlineData("x switch { 1 => PaymentMethod.Card, _ => null }", false)]
    [InlineData("switch (x) { case OrderStatus.Placed: F(); break; case OrderStatus.Lapsed when y: G(); break; }", false)]
    public void the_search_for_defaults_finds_them(string code, bool found) => Assert.Equal(found, Defaults(code).Any());

    private static IEnumerable<string> Defaults(string text)
    {
        var code = Literal().Replace(text, "\"\"");
        return from start in Switch().Matches(code)
               let patterns = Patterns(code[(start.Index + start.Length)..])
               where patterns.Any(x => Named.IsMatch(x)) && patterns.Any(x => Default().IsMatch(x) || IsNot(x))
               select string.Join(" | ", patterns.Select(x => Space().Replace(x, " ")));
    }

    /// <summary>What stands before the arrow of each arm, or the label of each case.</summary>
    private static List<string> Patterns(string body)
    {
        var (patterns, depth, from, at) = (new List<string>(), 0, 0, 0);
        for (; at < body.Length && depth >= 0; at++)
        {
            if (body[at] is '(' or '[' or '{') depth++;
            else if (body[at] is ')' or ']' or '}') depth--;
            else if (depth == 0 && body[at] == ',') from = at + 1;
            else if (depth == 0 && from >= 0 && body[at] == '=' && body[at + 1] == '>')
                (patterns, from) = ([.. patterns, body[from..at].Trim()], -1);
        }

        return patterns.Count > 0 ? patterns : [.. Label().Matches(body[..at]).Select(x => x.Value)];
    }

    private static bool IsNot(string pattern) => Named.Matches(pattern).Any(x => Not().IsMatch(pattern[..x.Index]));

    [GeneratedRegex("""\"{3}[\s\S]*?\"{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'|//[^\n]*""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\bswitch\s*(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?\s*\{")]
    private static partial Regex Switch();

    [GeneratedRegex(@"^(_|var \w+|\{ *\}( \w+)?)$|^default\b")]
    private static partial Regex Default();

    [GeneratedRegex(@"\bnot \(?$")]
    private static partial Regex Not();

    [GeneratedRegex(@"\bcase\b[^:]*:|\bdefault\s*:")]
    private static partial Regex Label();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
