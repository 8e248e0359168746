namespace CraftMarket.Web.Operating;

/// <summary>How many bytes a request may have. Strangers reach most routes, and a body is read before anybody is asked who they
/// are or whether it was signed.</summary>
internal static class BodySizes
{
    /// <summary>A route's that says nothing else. The longest order or product has a few kilobytes, an event of Stripe fewer than
    /// a hundred.</summary>
    public const int Usual = 1024 * 1024;

    /// <summary>A list's. It is read further than is taken of it, for a sender that is cut off while sending never hears
    /// why.</summary>
    public const int List = 30_000_000;
}
