namespace CraftMarket.Benchmarks;

/// <summary>What to measure: <c>[photo] [finding] [people] [reads] [search] [pages] [orders] [start] [--seconds N] [--again]</c>;
/// without a part, everything.</summary>
/// <param name="Time">How long each measurement takes; five seconds unless <c>--seconds</c> says otherwise.</param>
/// <param name="Again">Takes up what the last run with <c>--again</c> filled its databases with, which saves filling them
/// anew.</param>
internal sealed record Plan(IReadOnlySet<string> Parts, TimeSpan Time, bool Again)
{
    public static readonly string[] AllParts = ["photo", "finding", "people", "reads", "search", "pages", "orders", "start"];

    /// <summary>How long a program just started counts as cold: ten seconds, less where everything is to be shorter.</summary>
    public TimeSpan Cold => Shortest(TimeSpan.FromSeconds(10), Time * 2);

    /// <summary>How long a program is kept busy until it counts as warm: a minute, less where everything is to be
    /// shorter.</summary>
    public TimeSpan WarmUp => Shortest(TimeSpan.FromMinutes(1), Time * 12);

    public bool Has(params string[] parts) => parts.Any(Parts.Contains);

    public static Plan Of(string[] arguments)
    {
        var (parts, seconds, again) = (new HashSet<string>(), 5.0, false);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--again") again = true;
            else if (arguments[i] == "--seconds" && i + 1 < arguments.Length && double.TryParse(arguments[i + 1], out seconds))
                i++;
            else if (AllParts.Contains(arguments[i])) parts.Add(arguments[i]);
            else throw new ArgumentException($"Unknown: {arguments[i]}. Say [{string.Join("] [", AllParts)}] [--seconds N] "
                + $"[--again].");
        }

        return new(parts.Count == 0 ? AllParts.ToHashSet() : parts, TimeSpan.FromSeconds(seconds), again);
    }

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
