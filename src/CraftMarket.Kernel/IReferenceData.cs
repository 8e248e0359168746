namespace CraftMarket.Kernel;

/// <summary>Data that a capability needs before its first command: categories, fee rule, poverty lines. Loaded at start, safe to
/// repeat.</summary>
public interface IReferenceData
{
    Task EnsureAsync(CancellationToken cancellation);
}
