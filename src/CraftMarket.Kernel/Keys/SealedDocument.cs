namespace CraftMarket.Kernel;

/// <summary>A kind of document that holds something sealed. Each capability registers its own: a spec knows them all.</summary>
/// <param name="Parts">What is sealed in it.</param>
public sealed record SealedDocument(Type Document, IReadOnlyList<SealedPart> Parts)
{
    public static SealedDocument Of<T>(params SealedPart[] parts) => new(typeof(T), parts);
}

/// <summary>One sealed field.</summary>
/// <param name="Box">The field's name.</param>
/// <param name="Subject">The field that says whose key it is under.</param>
/// <param name="Eraser">What erases it.</param>
public sealed record SealedPart(string Box, string Subject, Type Eraser);
