using System.Runtime.InteropServices;

namespace CraftMarket.Catalogue;

/// <summary>Which goods speak of what, and where in their listing; by stem, goods in the order of the shelf.</summary>
internal sealed class Postings(Dictionary<Stem, int[]> goods)
{
    private const int PlaceBits = 2;

    public static Postings Of(Good[] goods)
    {
        var lists = new Dictionary<Stem, List<int>>();
        for (var slot = 0; slot < goods.Length; slot++)
        {
            foreach (var (word, place) in goods[slot].Mentions)
            {
                var list = CollectionsMarshal.GetValueRefOrAddDefault(lists, word.Stem, out _) ??= [];
                var entry = slot << PlaceBits | (int)place;
                // Two forms of one stem in a listing: the more telling place counts.
                if (list.Count > 0 && list[^1] >> PlaceBits == slot) list[^1] = Math.Max(list[^1], entry);
                else list.Add(entry);
            }
        }

        return new(lists.ToDictionary(x => x.Key, x => x.Value.ToArray()));
    }

    public bool Knows(Stem stem) => goods.ContainsKey(stem);

    /// <summary>Goods that have all the stems, each at the least telling of their places.</summary>
    public ReadOnlySpan<int> Of(IReadOnlyList<Stem> stems)
    {
        if (stems.Count == 1) return goods.GetValueOrDefault(stems[0]);
        var all = goods.GetValueOrDefault(stems[0]) ?? [];
        foreach (var stem in stems.Skip(1))
        {
            var others = (goods.GetValueOrDefault(stem) ?? []).ToDictionary(x => x >> PlaceBits);
            all = [.. all.Where(x => others.ContainsKey(x >> PlaceBits)).Select(x => Math.Min(x, others[x >> PlaceBits]))];
        }

        return all;
    }

    public static (int Slot, Place Place) Read(int entry) => (entry >> PlaceBits, (Place)(entry & ((1 << PlaceBits) - 1)));
}
