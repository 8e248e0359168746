namespace CraftMarket.Web.Idempotency;

/// <summary>Marks a route whose answer is nobody's to have a second time: each request proves itself anew, and repeating it does
/// no harm.</summary>
internal sealed class NeverKept
{
    public static readonly NeverKept Instance = new();
}
