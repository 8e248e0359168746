namespace CraftMarket.Kernel.Facts;

/// <summary>Somebody's file and key were destroyed; whoever keeps something personal of theirs lets go of it.</summary>
public sealed record PersonErased(PersonId PersonId);

/// <summary>What somebody agrees to now, whole each time. A lower <paramref name="Revision"/> that arrives late is ignored.</summary>
/// <param name="Purposes">The purposes agreed to, such as <c>shop</c> or <c>training</c>.</param>
public sealed record ConsentsStand(PersonId PersonId, IReadOnlyList<string> Purposes, long Revision);
