namespace CraftMarket.Kernel;

/// <summary>Destroys the keys of what was erased. Durable: it is tried until the key store, wherever it is, has done
/// it.</summary>
public sealed record DestroyKeys(IReadOnlyList<Guid> Subjects) : Confidential
{
    public static DestroyKeys Of(params Subject[] subjects) => new([.. subjects.Select(x => x.Value)]);
}
