[assembly: AssemblyFixture(typeof(CraftMarket.Tests.RunningMarket))]
