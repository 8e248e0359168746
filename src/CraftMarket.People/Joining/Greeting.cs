namespace CraftMarket.People.Joining;

/// <summary>How to address somebody by the first part of their name.</summary>
internal static class Greeting
{
    // Sasak and Muslim forms of address come before the name; alone they would greet half the village.
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
        { "Inaq", "Amaq", "Papuq", "Baiq", "Lalu", "Raden", "Denda", "Haji", "Hajjah", "H.", "Hj.", "H", "Hj", "Ibu", "Bapak",
            "Tuan", "Siti", "Muhammad", "M.", "Moh." };

    public static string FirstName(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var titles = words.TakeWhile(Titles.Contains).Count();
        return string.Join(' ', words.Take(titles + 1));
    }
}
