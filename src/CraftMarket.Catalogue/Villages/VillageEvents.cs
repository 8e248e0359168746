namespace CraftMarket.Catalogue;

/// <summary>The office opened an industrial village.</summary>
/// <param name="Slug">The village's name in addresses; it never changes, so that printed labels stay right.</param>
/// <param name="Name">As the list of regions named it on that day.</param>
public sealed record VillageOpened(RegionCode Code, string Slug, string? Name = null);

/// <summary>The office wrote what makes a village's goods its own.</summary>
/// <param name="Character">What is made here as nowhere else (ciri khas).</param>
public sealed record VillageIdentityWritten(string Name, Wording Tagline, Wording Story, Wording Character);

/// <summary>The office gave the village mark its name, colours and perhaps a logo.</summary>
public sealed record VillageMarkDesigned(MarkDesign Design);

/// <summary>The mark's logo is ready to be shown.</summary>
public sealed record VillageLogoReady(PhotoId Logo);

/// <summary>The office issued rules for using the village mark; earlier ones stay in the stream.</summary>
/// <param name="Number">1 for the first rules, then counting up.</param>
public sealed record VillageMarkRulesIssued(int Number, Wording Rules, DateTimeOffset At);

/// <summary>The office chose the photos of the village, in this order.</summary>
public sealed record VillageGalleryArranged(IReadOnlyList<GalleryPhoto> Photos);

/// <summary>The village came to a stage of the roll-out.</summary>
public sealed record VillageStageReached(string Stage, DateOnly On);

/// <summary>The day on which the village came to its last stage was written down wrongly; this is the right one.</summary>
public sealed record VillageStageCorrected(string Stage, DateOnly On);

/// <summary>The village became a pilot, or is none any more.</summary>
public sealed record VillagePilotChanged(bool Pilot, DateOnly On);

/// <summary>The office said where the village lies and how to get there.</summary>
public sealed record VillagePlaced(MapPlace Place);

/// <summary>The office said when visitors are welcome.</summary>
public sealed record VillageHoursChanged(Wording Hours);

/// <summary>The office named another contact for visitors. Which, stands beside the stream, where it can be removed for
/// good.</summary>
public sealed record VillageContactChanged(DateTimeOffset At);

/// <summary>How the village mark looks.</summary>
/// <param name="Name">What the mark is called on labels.</param>
/// <param name="Colour">Main colour, <c>#rrggbb</c>.</param>
/// <param name="Accent">Second colour, <c>#rrggbb</c>.</param>
/// <param name="Logo">A photo of the office's; null while there is none.</param>
public sealed record MarkDesign(string Name, string Colour, string Accent, PhotoId? Logo);

/// <summary>Rules for using the mark, as they were issued.</summary>
public sealed record MarkRules(int Number, Wording Text, DateTimeOffset At);

/// <summary>A photo of the village with what is to be seen on it.</summary>
public sealed record GalleryPhoto(PhotoId PhotoId, Wording Description);

/// <summary>A step of the roll-out with its day.</summary>
/// <param name="Stage">Id of a <see cref="RolloutStage"/>.</param>
public sealed record StageStep(string Stage, DateOnly On);

/// <summary>Where the village lies.</summary>
/// <param name="Directions">How to get there, in words.</param>
/// <param name="Latitude">Degrees north; null with <paramref name="Longitude"/> while nobody has measured.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record MapPlace(Wording Directions, double? Latitude, double? Longitude);
