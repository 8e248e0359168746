namespace CraftMarket.Kernel.Facts;

/// <summary>Somebody's file and key were destroyed; whoever keeps something personal of theirs lets go of it.</summary>
public sealed record PersonErased(PersonId PersonId);
