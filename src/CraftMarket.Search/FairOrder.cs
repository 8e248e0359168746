namespace CraftMarket.Search;

/// <summary>The order of the storefront when nobody asks for another: every maker in turn, one good at a time.</summary>
/// <remarks>
/// The rule, as the page «Bagaimana urutan ditentukan» tells it: all makers with goods in the list stand in a circle, at places
/// drawn once from their ids. First comes each maker's newest good, once round the circle, then each one's second newest, and so
/// on: who has fifty goods has one place in the first round like who has one. At midnight in NTB the starting point moves on by
/// the golden part of the circle (0.618…), so that whatever the number of makers, the days' starting points spread evenly and
/// none is passed over for long. Nothing else counts: not sales, not views, not price, not the village.
/// </remarks>
internal static class FairOrder
{
    private const double GoldenPart = 0.6180339887498949;

    /// <summary>Whose turn it is first on that day, among so many.</summary>
    public static int FirstOf(int makers, DateOnly day) => (int)(makers * (day.DayNumber * GoldenPart % 1));

    /// <summary>A stretch of the list in fair order.</summary>
    /// <param name="newestFirst">The goods, newest first.</param>
    /// <param name="makerOf">The maker's place in the circle, by good.</param>
    /// <param name="makers">Places in the circle, of makers with goods in this list and others.</param>
    public static int[] Arrange(ReadOnlySpan<int> newestFirst, int[] makerOf, int makers, DateOnly day, int skip, int take)
    {
        var goods = new int[makers];
        foreach (var good in newestFirst) goods[makerOf[good]]++;
        var turns = Turns(goods, day);
        var (first, last, before) = Rounds(goods, skip, take);

        var seen = new int[makers];
        var present = goods.Count(x => x > 0);
        var places = new int[(last - first + 1) * present];
        foreach (var good in newestFirst)
        {
            var round = seen[makerOf[good]]++;
            if (round >= first && round <= last) places[(round - first) * present + turns[makerOf[good]]] = good + 1;
        }

        var shown = new List<int>(Math.Min(take, newestFirst.Length));
        foreach (var place in places)
        {
            if (place == 0 || before++ < skip) continue;
            shown.Add(place - 1);
            if (shown.Count == take) break;
        }

        return [.. shown];
    }

    /// <summary>When it is each maker's turn within a round; makers with nothing in the list stand aside.</summary>
    private static int[] Turns(int[] goods, DateOnly day)
    {
        var present = goods.Count(x => x > 0);
        var turns = new int[goods.Length];
        for (int maker = 0, place = present - FirstOf(present, day); maker < goods.Length; maker++)
            if (goods[maker] > 0) turns[maker] = place++ % present;
        return turns;
    }

    /// <summary>The rounds that the stretch lies in, and how many goods come before them.</summary>
    private static (int First, int Last, int Before) Rounds(int[] goods, int skip, int take)
    {
        var makersWith = new int[goods.Length == 0 ? 2 : goods.Max() + 2];
        foreach (var count in goods) makersWith[count]++;
        var inRound = goods.Length - makersWith[0];
        int round = 0, before = 0;
        while (inRound > 0 && before + inRound <= skip)
        {
            before += inRound;
            inRound -= makersWith[++round];
        }

        var (first, start) = (round, before);
        while (inRound > 0 && before + inRound < skip + take)
        {
            before += inRound;
            inRound -= makersWith[++round];
        }

        return (first, round, start);
    }
}
