[assembly: AssemblyFixture(typeof(CraftMarket.Tests.RunningMarket))]
[assembly: TestCollectionOrderer(typeof(CraftMarket.Tests.Upgrades.EarlierLast))]
