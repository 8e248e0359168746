using System.Runtime.InteropServices;

namespace CraftMarket.Search;

/// <summary>Which goods speak of what, and where in their listing; by stem, goods in the order of the index.</summary>
internal sealed class InvertedIndex(Dictionary<Stem, int[]> goods)
{
    private const int FieldBits = 2;

    public static InvertedIndex Of(IndexedProduct[] products)
    {
        var lists = new Dictionary<Stem, List<int>>();
        for (var slot = 0; slot < products.Length; slot++)
        {
            foreach (var (word, field) in products[slot].Occurrences)
            {
                var list = CollectionsMarshal.GetValueRefOrAddDefault(lists, word.Stem, out _) ??= [];
                var entry = slot << FieldBits | (int)field;
                // Two forms of one stem in a listing: the more telling place counts.
                if (list.Count > 0 && list[^1] >> FieldBits == slot) list[^1] = Math.Max(list[^1], entry);
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
            var others = (goods.GetValueOrDefault(stem) ?? []).ToDictionary(x => x >> FieldBits);
            all = [.. all.Where(x => others.ContainsKey(x >> FieldBits)).Select(x => Math.Min(x, others[x >> FieldBits]))];
        }

        return all;
    }

    public static (int Slot, IndexField Field) Read(int entry) =>
        (entry >> FieldBits, (IndexField)(entry & ((1 << FieldBits) - 1)));
}
