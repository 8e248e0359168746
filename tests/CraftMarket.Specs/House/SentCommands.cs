using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CraftMarket.Specs.House;

/// <summary>Counts how many commands a method sends on the way through it that sends most, by itself and by the methods of the
/// same program that it calls.</summary>
/// <param name="known">What methods, by <c>Type.Method</c>, are taken to send, whatever stands in them.</param>
internal sealed class SentCommands(CSharpCompilation program, IReadOnlyDictionary<string, int> known)
{
    /// <summary>In a loop, nobody knows how many.</summary>
    private const int Many = 100;

    private readonly Dictionary<ISymbol, int> _counted = new(SymbolEqualityComparer.Default);

    public static SentCommands In(IEnumerable<string> sources, IReadOnlyDictionary<string, int>? known = null) => new(
        CSharpCompilation.Create("Sent", sources.Prepend(Usings).Select(x => CSharpSyntaxTree.ParseText(x)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(x => !Path.GetFileName(x).StartsWith("CraftMarket.Web", StringComparison.Ordinal))
            .Select(x => MetadataReference.CreateFromFile(x))), known ?? new Dictionary<string, int>());

    /// <summary>Every method with what it sends at most.</summary>
    public IEnumerable<(string Method, int Most)> Methods() =>
        from tree in program.SyntaxTrees
        let model = program.GetSemanticModel(tree)
        from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        let symbol = model.GetDeclaredSymbol(method)
        select (NameOf(symbol), By(symbol));

    private static string NameOf(ISymbol method) => $"{method.ContainingType.Name}.{method.Name}";

    private int By(IMethodSymbol method)
    {
        if (method.ContainingNamespace?.ToString() == "Wolverine"
            && method.Name is "InvokeAsync" or "SendAsync" or "PublishAsync" or "ScheduleAsync") return 1;
        method = method.ReducedFrom ?? method.OriginalDefinition;
        if (known.TryGetValue(NameOf(method), out var most) || _counted.TryGetValue(method, out most)) return most;
        _counted[method] = 0;
        return _counted[method] = method.DeclaringSyntaxReferences.Select(x => x.GetSyntax())
            .Sum(x => x.ChildNodes().Where(y => y is BlockSyntax or ArrowExpressionClauseSyntax).Sum(Worst));
    }

    private int Worst(SyntaxNode? node) => node is StatementSyntax statement ? Through(statement).Worst : node switch
    {
        null or LocalFunctionStatementSyntax => 0,
        ConditionalExpressionSyntax x => Worst(x.Condition) + Math.Max(Worst(x.WhenTrue), Worst(x.WhenFalse)),
        SwitchExpressionSyntax x => Worst(x.GoverningExpression) + x.Arms.Max(y => Worst(y.WhenClause) + Worst(y.Expression)),
        InvocationExpressionSyntax x => Inside(x) + (Model(x).GetSymbolInfo(x) is var found
            && (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) is IMethodSymbol called ? By(called) : 0),
        _ => Inside(node),
    };

    private int Inside(SyntaxNode node) => node.ChildNodes().Sum(Worst);

    /// <summary>What is sent by who goes on behind the statement, null when nobody does; and the most that is sent by who goes on
    /// or leaves.</summary>
    private (int? On, int Worst) Through(StatementSyntax statement)
    {
        switch (statement)
        {
            case BlockSyntax block: return Through(block.Statements);
            case ReturnStatementSyntax or ThrowStatementSyntax: return (null, Inside(statement));
            case LocalFunctionStatementSyntax: return (0, 0);
            case IfStatementSyntax x:
                var otherwise = x.Else is { } other ? Through(other.Statement) : (0, 0);
                return Either(Worst(x.Condition), [Through(x.Statement), otherwise]);
            case SwitchStatementSyntax x:
                var falls = x.Sections.Any(y => y.Labels.Any(z => z is DefaultSwitchLabelSyntax)) ? [] : new[] { ((int?)0, 0) };
                return Either(Worst(x.Expression), [.. x.Sections.Select(y => Through(y.Statements)), .. falls]);
            case ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                var once = Inside(statement) > 0 ? Many : 0;
                return (once, once);
            default:
                var inside = Inside(statement);
                return (inside, inside);
        }
    }

    private (int? On, int Worst) Through(SyntaxList<StatementSyntax> statements)
    {
        var (on, worst) = (0, 0);
        foreach (var statement in statements)
        {
            var (after, most) = Through(statement);
            worst = Math.Max(worst, on + most);
            if (after is null) return (null, worst);
            on += after.Value;
        }

        return (on, worst);
    }

    private static (int? On, int Worst) Either(int before, IReadOnlyList<(int? On, int Worst)> ways) =>
        (before + ways.Max(x => x.On), before + ways.Max(x => x.Worst));

    private SemanticModel Model(SyntaxNode node) => program.GetSemanticModel(node.SyntaxTree);

    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Net.Http.Json; global using System.Threading;
        global using System.Threading.Tasks; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing; global using CraftMarket.Kernel;
        global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;
}
