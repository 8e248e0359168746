using System.Reflection;
using System.Text.RegularExpressions;
using Marten;
using Marten.Schema;

namespace CraftMarket.Specs.House;

/// <summary>A document's table has one constant, next to the document, so that a document that gets another name takes its
/// queries with it.</summary>
public sealed partial class TableSpecs
{
    private static readonly IReadOnlyList<(Type Type, string Table)> Named =
    [
        .. from type in Repository.Types
           let table = type.GetField("Table", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
           where table is { IsLiteral: true }
           select (type, (string)table.GetRawConstantValue()!),
    ];

    [Fact]
    public void the_constant_names_the_table_that_its_document_lies_in()
    {
        Assert.NotEmpty(Named);
        Assert.All(Named, x => Assert.Equal(x.Table,
            MappingOf(x.Type).TableName.QualifiedName));
    }

    [Fact]
    public void no_table_is_named_elsewhere()
    {
        var found = (from file in Repository.Files("src")
                     from line in file.Text.Split('\n')
                     where TableName().IsMatch(line) && !Index().IsMatch(line)
                     select (file.Path, Line: line.Trim())).ToList();
        Assert.Empty(found.Where(x => !Constant().IsMatch(x.Line)).Select(x => $"{x.Path}: {x.Line}"));
        var documents = found.Where(x => x.Line.Contains(" Table = ", StringComparison.Ordinal)).ToList();
        Assert.Equal(Named.Select(x => x.Table).Order(),
            documents.Select(x => TableName().Match(x.Line).Value).Order());
    }

    /// <summary>An index is called after its table, and one that is not would be left behind.</summary>
    [Fact]
    public void an_index_is_named_after_a_table_of_its_file() => Assert.Empty(
        from file in Repository.Files("src")
        from index in Index().Matches(file.Text)
        where !Named.Any(x => $"market.{index.Groups[1].Value}".StartsWith($"{x.Table}_", StringComparison.Ordinal)
            && file.Text.Contains($"\"{x.Table}\"", StringComparison.Ordinal))
        select $"{file.Path}: {index.Value}");

    private static DocumentMapping MappingOf(Type document) => (DocumentMapping)Activator.CreateInstance(
        typeof(DocumentMapping<>).MakeGenericType(document), new StoreOptions { DatabaseSchemaName = "market" })!;

    [GeneratedRegex(@"\b(?:market\.)?mt_(?:doc_\w*|events|streams)")]
    private static partial Regex TableName();

    [GeneratedRegex(@"const string (?:Table|Streams|Events|Documents) = ""[\w.]+"";\z")]
    private static partial Regex Constant();

    [GeneratedRegex(@"new IndexDefinition\(\$?""(mt_doc_\w+)")]
    private static partial Regex Index();
}
