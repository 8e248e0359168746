namespace CraftMarket.Benchmarks;

/// <summary>What to measure: <c>[reads] [search] [finding] [orders] [photo] [start] [--seconds N] [--again]</c>; without a part,
/// everything.</summary>
/// <param name="Again">Takes up the stall of the last run with <c>--again</c>, which saves filling it anew.</param>
internal sealed record Plan(IReadOnlySet<string> Parts, TimeSpan Time, bool Again)
{
    public static readonly string[] AllParts = ["reads", "search", "finding", "orders", "photo", "start"];

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
}
