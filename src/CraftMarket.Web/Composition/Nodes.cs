namespace CraftMarket.Web.Composition;

/// <summary>Whether one process serves the database or several share it (<c>Nodes__Many=true</c>).</summary>
/// <remarks>A single node takes up at once what a crash left behind; several nodes first agree who is gone.</remarks>
internal static class Nodes
{
    public static bool AreMany(IConfiguration configuration) => configuration.GetValue("Nodes:Many", false);
}
