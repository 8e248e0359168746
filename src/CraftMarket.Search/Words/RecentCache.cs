namespace CraftMarket.Search;

/// <summary>What was kept or found last: when the younger half is full, the older one is dropped.</summary>
internal sealed class RecentCache<TKey, TValue>(int most) where TKey : notnull where TValue : class
{
    private readonly Lock _gate = new();
    private Dictionary<TKey, TValue> _young = [], _old = [];

    public int Count
    {
        get
        {
            lock (_gate) return _young.Count + _old.Keys.Count(x => !_young.ContainsKey(x));
        }
    }

    public TValue? Find(TKey key)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(key, out var known)) return known;
            return _old.TryGetValue(key, out known) ? Put(key, known) : null;
        }
    }

    public TValue Keep(TKey key, TValue value)
    {
        lock (_gate) return Put(key, value);
    }

    private TValue Put(TKey key, TValue value)
    {
        if (_young.Count >= most / 2) (_old, _young) = (_young, []);
        return _young[key] = value;
    }
}
