namespace CraftMarket.Catalogue;

/// <summary>Whom visitors ask: a public office, never a person. Kept beside the village's events, so that a number that turns out
/// to be somebody's own can be taken away for good.</summary>
/// <param name="Id">The village's Kemendagri code.</param>
/// <param name="Office">Such as <c>Kantor Desa Semoyang</c>.</param>
/// <param name="Phone">The office's number as it is dialled; null when it has none.</param>
public sealed record VillageContact(string Id, string Office, string? Phone);
