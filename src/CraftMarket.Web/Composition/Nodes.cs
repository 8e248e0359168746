using Wolverine;

namespace CraftMarket.Web.Composition;

/// <summary>Whether one process serves the database or several share it (<c>Nodes__Many=true</c>).</summary>
/// <remarks>A single node takes up at once what a crash left behind; several nodes first agree who is gone.</remarks>
internal static class Nodes
{
    /// <summary>A node that has said nothing for twelve seconds is taken for dead: the others go on with its messages and
    /// projections. Wolverine's own minute would leave buyers and artisans without news for as long.</summary>
    public static void LookAfterEachOther(DurabilitySettings durability)
    {
        durability.Mode = DurabilityMode.Balanced;
        durability.HealthCheckPollingTime = TimeSpan.FromSeconds(3);
        durability.StaleNodeTimeout = TimeSpan.FromSeconds(12);
        durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(5);
    }

    public static bool AreMany(IConfiguration configuration) => configuration.GetValue("Nodes:Many", false);
}
