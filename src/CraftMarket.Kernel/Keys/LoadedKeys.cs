namespace CraftMarket.Kernel;

/// <summary>Keys taken from the store for one page, letter or decision; opens what was sealed under them.</summary>
public sealed class LoadedKeys(MasterKey master, IReadOnlyDictionary<Guid, SubjectKey> keys)
{
    public static LoadedKeys Of(MasterKey master, params SubjectKey[] keys) => new(master, keys.ToDictionary(x => x.Subject));

    /// <summary>Null when its key was destroyed or is not there.</summary>
    /// <param name="inRow">The key that the document still holds itself; it counts for nothing once the subject's key was
    /// destroyed.</param>
    public T? Open<T>(Subject whose, SealedBox box, WrappedKey? inRow = null) where T : class
    {
        var kept = keys.GetValueOrDefault(whose.Value);
        if (kept is { IsDestroyed: true }) return null;
        return (inRow ?? kept?.Wrapped) is { } key ? master.Open<T>(key, box) : null;
    }
}
