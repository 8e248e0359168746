namespace CraftMarket.Web.Pages;

/// <summary>Telephone numbers on pages.</summary>
internal static class PhoneWords
{
    /// <summary>As people read it to each other; none is a dash, and what is no number stays as it is.</summary>
    public static string Of(string? number) => string.IsNullOrEmpty(number) ? "–" : PhoneNumber.TryParse(number, out var read)
        ? read.Spoken : number;
}
