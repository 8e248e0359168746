namespace CraftMarket.Kernel;

/// <summary>Gathers all that is wrong with what somebody typed, so that they are told at once and correct it once.</summary>
public static class Refusals
{
    /// <summary>Null when nothing is wrong; else the first, whose code the answer bears, with the others behind it: one for each
    /// field.</summary>
    public static Refusal? Of(params IEnumerable<Refusal?> found)
    {
        Refusal[] all = [.. found.OfType<Refusal>().SelectMany(x => x.All).DistinctBy(x => x.Field ?? x.Code)];
        return all.Length < 2 ? all.FirstOrDefault() : all[0] with { Others = all[1..] };
    }
}
