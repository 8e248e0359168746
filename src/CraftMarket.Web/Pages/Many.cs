namespace CraftMarket.Web.Pages;

/// <summary>So many of a thing in English, which has a form of its own for one; Indonesian has none.</summary>
internal static class Many
{
    /// <param name="one">The word for one, which takes an s for more.</param>
    public static string Of(long count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";
}
