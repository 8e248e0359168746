using CraftMarket.Kernel;
using Xunit.Sdk;
using Xunit.v3;

namespace CraftMarket.Tests.Upgrades;

/// <summary>The tests on an earlier database, after all others: some of its streams have their ids from before there was a secret
/// (decision 0033), and a process that knows those (<see cref="StreamId.Learn"/>) would look for Semoyang under such an id in
/// every database.</summary>
public sealed class EarlierLast : ITestCollectionOrderer
{
    /// <summary>The collection of such tests.</summary>
    internal const string Name = "earlier database";

    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections) where T : ITestCollection =>
        [.. testCollections.OrderBy(x => x.TestCollectionDisplayName == Name)];
}

[CollectionDefinition(EarlierLast.Name, DisableParallelization = true)]
public sealed class EarlierTests;
