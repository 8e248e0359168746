namespace CraftMarket.Web.Batches;

/// <summary>Somebody to tick in a list.</summary>
/// <param name="About">What tells people of one name apart: village and day of the visit.</param>
public sealed record PersonChoice(PersonId Id, string Name, string About, bool Chosen);
