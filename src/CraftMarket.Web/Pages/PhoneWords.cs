namespace CraftMarket.Web.Pages;

/// <summary>Telephone numbers on pages.</summary>
internal static class PhoneWords
{
    /// <summary>As people read it to each other; none is a dash, and what is no number stays as it is.</summary>
    public static string Of(string? number) => string.IsNullOrEmpty(number) ? "–" : PhoneNumber.TryParse(number, out var read)
        ? read.Spoken : number;

    /// <summary>The address that opens WhatsApp on it.</summary>
    /// <param name="text">What stands there already, to be sent or changed.</param>
    public static string WhatsApp(this PhoneNumber number, string? text = null) =>
        $"https://wa.me/{number.E164.TrimStart('+')}{(text is null ? "" : "?text=" + Uri.EscapeDataString(text))}";
}
