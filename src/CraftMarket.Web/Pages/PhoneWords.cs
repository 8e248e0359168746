namespace CraftMarket.Web.Pages;

/// <summary>A telephone number as people in Indonesia read it to each other: <c>0812 3456 7890</c>.</summary>
internal static class PhoneWords
{
    private const string Indonesia = "+62";

    /// <summary>A number from abroad stays as it is; none is a dash.</summary>
    public static string Of(string? e164)
    {
        if (string.IsNullOrEmpty(e164)) return "–";
        return e164.StartsWith(Indonesia, StringComparison.Ordinal) ? string.Join(' ', $"0{e164[Indonesia.Length..]}".Chunk(4).Select(x => new string(x))) : e164;
    }
}
