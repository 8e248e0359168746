using System.Reflection;
using System.Runtime.CompilerServices;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Wolverine.Marten;

namespace CraftMarket.Specs.House;

/// <summary>A fold reads the event and the document that it makes, and nothing beside (decision 0040).</summary>
public sealed class FoldSpecs
{
    /// <summary>Told before the first command, and the same for ever: ids are made with it.</summary>
    private const string Secret = "StreamId._house";

    /// <summary>Erasing what was sealed is work: it takes out, and adds nothing.</summary>
    private static readonly Type[] Erasers = [typeof(ErasedReviewsHandler)];

    /// <summary>What changes meanwhile, such as the country's list of villages, would make another document of the same events
    /// when they are read again.</summary>
    [Fact]
    public void a_fold_reads_nothing_that_changes_beside_the_event()
    {
        var folds = Repository.Types.SelectMany(Folds).ToList();
        Assert.True(folds.Count > 100);
        Assert.Empty(folds.SelectMany(x => Changing(x).Select(y => $"{Named(x)} reads {y}")));
    }

    /// <summary>What one projection of a fact loads, another may have changed by the time that it is stored.</summary>
    [Fact]
    public void a_reader_of_facts_stores_whole_what_it_has_not_loaded()
    {
        var readers = Repository.Types.Where(typeof(EventProjection).IsAssignableFrom).SelectMany(Folds).ToList();
        Assert.NotEmpty(readers);
        Assert.Empty(readers.Where(Loads).Select(Named));
    }

    /// <summary>What a fact tells is projected; who hears of it by message works, and keeps no copy that a second message could
    /// undo.</summary>
    [Fact]
    public void who_is_sent_a_fact_stores_no_document()
    {
        var handlers = Repository.Types.SelectMany(x => x.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(IsSentFact)).ToList();
        Assert.NotEmpty(handlers);
        Assert.Empty(handlers.Where(x => !Erasers.Contains(x.DeclaringType)).Where(Stores).Select(Named));
    }

    [Theory]
    [InlineData(nameof(Planted.Named), true)]
    [InlineData(nameof(Planted.Later), true)]
    [InlineData(nameof(Planted.Counted), true)]
    [InlineData(nameof(Planted.Within), false)]
    public void the_search_for_what_changes_finds_it(string fold, bool found) =>
        Assert.Equal(found, Changing(typeof(Planted).GetMethod(fold)!).Any());

    [Fact]
    public void the_search_for_lost_updates_finds_them()
    {
        Assert.Equal([nameof(Planted.AddedUp)], Methods(typeof(Planted)).Where(Loads).Select(x => x.Name));
        Assert.Equal([nameof(Planted.Handle)], Methods(typeof(Planted)).Where(IsSentFact).Where(Stores).Select(x => x.Name));
    }

    private static IEnumerable<MethodInfo> Folds(Type type) => Methods(type)
        .Where(x => x.Name is "Apply" or "Create" or "Evolve" or "Project" or "ShouldDelete"
            && x.GetParameters() is [var first, ..] && IsEvent(first.ParameterType));

    private static bool IsEvent(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEvent<>)
        || typeof(IEvent) == type || (type.IsClass && type.IsSealed && type.Assembly != typeof(string).Assembly
            && type.Namespace?.StartsWith("CraftMarket.", StringComparison.Ordinal) == true);

    private static bool IsSentFact(MethodInfo method) => method.Name is "Handle" or "HandleAsync"
        && method.GetParameters() is [var first, ..] && first.ParameterType.Namespace == typeof(PartDelivered).Namespace;

    private static IEnumerable<string> Changing(MethodBase fold) => CalledCode.Of(fold).OfType<FieldInfo>()
        .Where(x => x is { IsStatic: true, IsInitOnly: false, IsLiteral: false }
            && x.DeclaringType!.Namespace?.StartsWith("CraftMarket.", StringComparison.Ordinal) == true
            && !x.DeclaringType.IsDefined(typeof(CompilerGeneratedAttribute), false))
        .Select(x => $"{x.DeclaringType!.Name}.{x.Name}").Where(x => x != Secret);

    private static bool Loads(MethodBase method) => CalledCode.Of(method).OfType<MethodInfo>().Any(x => IsMartens(x)
        && (x.Name.StartsWith("Load", StringComparison.Ordinal) || x.Name.StartsWith("Query", StringComparison.Ordinal)));

    private static bool Stores(MethodBase method) =>
        CalledCode.Of(method).OfType<MethodInfo>().Any(x => IsMartens(x) && x.Name == "Store");

    private static bool IsMartens(MethodInfo method) =>
        method.Module == typeof(IDocumentStore).Module || method.Module == typeof(MartenOps).Module;

    private static MethodInfo[] Methods(Type type) => type.GetMethods(
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);

    private static string Named(MethodBase x) => $"{x.DeclaringType!.Name}.{x.Name}({x.GetParameters()[0].ParameterType.Name})";

    private static class Planted
    {
        private static int _count;

        public static string Named(RegionCode e) => Regions.NameOf(e);

        public static IEnumerable<string> Later(RegionCode[] all)
        {
            foreach (var e in all.Where(x => Regions.Find(x) is not null)) yield return e.Value;
        }

        public static int Counted(RegionCode e) => _count += e.Value.Length;

        public static bool Within(RegionCode e) => e.IsWithin(Regions.Ntb) && Regions.Shipped.Any(x => x.Code == e);

        public static async Task AddedUp(PartDelivered e, IDocumentOperations operations)
        {
            var sum = await operations.LoadAsync<PartDelivered>(e.SellerOrderId.Value);
            operations.Store(sum ?? e);
        }

        public static StoreDoc<PartDelivered> Handle(PartDelivered e) => MartenOps.Store(e);
    }
}
