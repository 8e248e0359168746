namespace CraftMarket.Web.Access;

/// <summary>By what somebody knows a device of theirs again: browser and machine, never more of what a browser tells of
/// itself.</summary>
internal static class DeviceWords
{
    /// <summary>A program with a token.</summary>
    public const string Program = "API";

    // The first that fits: most browsers also claim to be those further down.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("UCBrowser", "UC Browser"),
        ("FxiOS", "Firefox"), ("Firefox/", "Firefox"),
        ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Machines =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"),
            ("CrOS", "Chromebook"), ("Linux", "Linux")];

    /// <summary>Such as <c>Chrome, Android</c>; empty for one that says nothing of itself.</summary>
    public static string Of(string? agent) =>
        string.Join(", ", new[] { First(Browsers, agent), First(Machines, agent) }.Where(x => x is not null));

    private static string? First((string Sign, string Name)[] known, string? agent) =>
        known.FirstOrDefault(x => agent?.Contains(x.Sign, StringComparison.Ordinal) == true).Name;
}
