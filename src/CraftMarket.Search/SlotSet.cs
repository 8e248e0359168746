using System.Numerics;

namespace CraftMarket.Search;

/// <summary>Some products of an index, by their places in it: a bit each, so that conditions are joined 64 products at a
/// time.</summary>
internal sealed class SlotSet
{
    private readonly ulong[] _bits;

    private SlotSet(ulong[] bits) => _bits = bits;

    public static SlotSet Of(int size, IEnumerable<int> slots)
    {
        var bits = new ulong[(size + 63) / 64];
        foreach (var slot in slots) bits[slot >> 6] |= 1UL << slot;
        return new(bits);
    }

    /// <summary>The products of each value.</summary>
    /// <param name="values">How many values there are.</param>
    /// <param name="each">The values of each product.</param>
    public static SlotSet[] Each(int values, IReadOnlyList<int[]> each)
    {
        var sets = Enumerable.Range(0, values).Select(_ => new SlotSet(new ulong[(each.Count + 63) / 64])).ToArray();
        for (var slot = 0; slot < each.Count; slot++)
            foreach (var value in each[slot]) sets[value]._bits[slot >> 6] |= 1UL << slot;
        return sets;
    }

    /// <summary>Those whose number lies between two, both included.</summary>
    public static SlotSet Between(long[] numbers, long least, long most)
    {
        var bits = new ulong[(numbers.Length + 63) / 64];
        for (var slot = 0; slot < numbers.Length; slot++)
            bits[slot >> 6] |= (numbers[slot] >= least && numbers[slot] <= most ? 1UL : 0) << slot;
        return new(bits);
    }

    public bool Holds(int slot) => (_bits[slot >> 6] & (1UL << slot)) != 0;

    public SlotSet And(SlotSet other)
    {
        var bits = new ulong[_bits.Length];
        for (var i = 0; i < bits.Length; i++) bits[i] = _bits[i] & other._bits[i];
        return new(bits);
    }

    public SlotSet Or(SlotSet other)
    {
        var bits = new ulong[_bits.Length];
        for (var i = 0; i < bits.Length; i++) bits[i] = _bits[i] | other._bits[i];
        return new(bits);
    }

    public int Count()
    {
        var count = 0;
        foreach (var bits in _bits) count += BitOperations.PopCount(bits);
        return count;
    }

    /// <summary>Their places, newest first.</summary>
    public int[] Slots()
    {
        var slots = new int[Count()];
        var at = 0;
        for (var i = 0; i < _bits.Length; i++)
            for (var bits = _bits[i]; bits != 0; bits &= bits - 1) slots[at++] = i << 6 | BitOperations.TrailingZeroCount(bits);
        return slots;
    }
}
