using System.Runtime.CompilerServices;
using CraftMarket.Kernel;

namespace CraftMarket.Specs;

internal static class SpecSecret
{
    /// <summary>Decisions name streams, so the specs need a secret as every house does.</summary>
    [ModuleInitializer]
    internal static void Tell() => StreamId.Learn([.. Enumerable.Range(0, 32).Select(x => (byte)x)], []);
}
