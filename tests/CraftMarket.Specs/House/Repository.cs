using System.Reflection;
using CraftMarket.Catalogue;
using CraftMarket.Demo;
using CraftMarket.Income;
using CraftMarket.Media;
using CraftMarket.Notices;
using CraftMarket.Ordering;
using CraftMarket.Payments;
using CraftMarket.People;
using CraftMarket.Search;
using CraftMarket.Training;
using CraftMarket.Web.Composition;
using CraftMarket.Workflows;

namespace CraftMarket.Specs.House;

/// <summary>This repository's own files and programs, for the specs that hold it to its rules.</summary>
internal static class Repository
{
    /// <summary>The capabilities, none of which may know another.</summary>
    public static readonly Assembly[] Capabilities =
    [
        typeof(MediaModule).Assembly, typeof(PeopleModule).Assembly, typeof(TrainingModule).Assembly,
        typeof(CatalogueModule).Assembly, typeof(SearchIndex).Assembly,
        typeof(OrderingModule).Assembly, typeof(PaymentsModule).Assembly, typeof(IncomeModule).Assembly,
        typeof(NoticesModule).Assembly,
    ];

    public static readonly Assembly[] Programs = [typeof(Rupiah).Assembly, .. Capabilities,
        typeof(TakeDelivery).Assembly, typeof(MarketApplication).Assembly, typeof(DemoApplication).Assembly];

    public static string Root { get; } = FindRoot();

    public static IEnumerable<Type> Types => Programs.SelectMany(x => x.GetTypes())
        .Where(x => !x.Name.StartsWith('<')
            && x.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
            && x.Namespace?.StartsWith("CraftMarket.", StringComparison.Ordinal) == true
                && !x.Namespace.Contains("Generated", StringComparison.Ordinal));

    /// <summary>Written source files below a folder, as (path from the root, text); what tools generate is left out.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(x => Path.GetRelativePath(Root, x))
            .Where(x => !x.Split('/').Any(part => part is "bin" or "obj" or ".local" or "Internal"))
            .Order(StringComparer.Ordinal)
            .Select(x => (x, File.ReadAllText(Path.Combine(Root, x))));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CraftMarket.sln"))) return folder.FullName;
        throw new InvalidOperationException("The specs run inside a clone of the repository.");
    }
}
