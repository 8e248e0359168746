using System.Text.RegularExpressions;
using CraftMarket.Media;

namespace CraftMarket.Catalogue;

/// <summary>What the description of a village must and must not be.</summary>
public static partial class VillageRules
{
    public const int LongestName = 60, LongestTagline = 140, LongestStory = 6_000, LongestCharacter = 300, LongestMarkName = 40,
        LongestDirections = 500, LongestHours = 300, LongestOffice = 80;

    internal static Refusal? Problem(VillageDescription said, Village village, Photo? logo) => Refusals.Of(
        said.Name.Length is >= 2 and <= LongestName ? null : Refusal.Invalid("name_length",
            $"Nama desa harus 2 sampai {LongestName} huruf.",
            $"A village's name must have 2 to {LongestName} letters.", "name"),
        Text(said.Tagline, 5, LongestTagline, "tagline", "Kalimat singkat", "The short line"),
        Text(said.Story, 20, LongestStory, "story", "Cerita", "The story"),
        Text(said.Character, 0, LongestCharacter, "character", "Ciri khas", "The character"),
        MarkProblem(said.Mark, village.Mark.Logo, logo),
        PlaceProblem(said.Place),
        Text(said.Hours, 0, LongestHours, "hours", "Jam kunjungan", "The visiting hours"),
        ContactProblem(said.Contact));

    private static Refusal? Text(Wording text, int least, int most, string field, string nama, string name) =>
        text.Indonesian.Length >= least && text.Indonesian.Length <= most && text.English.Length <= most ? null
            : Refusal.Invalid($"{field}_length", $"{nama} harus {least} sampai {most} huruf.",
                $"{name} must have {least} to {most} letters.", field);

    /// <param name="known">The logo that the village has already, be it unusable by now: it must not stand in the way of other
    /// words.</param>
    private static Refusal? MarkProblem(MarkDesign mark, PhotoId? known, Photo? logo) => Refusals.Of(
        mark.Name.Length is >= 2 and <= LongestMarkName ? null
            : Refusal.Invalid("mark_name_length", $"Nama tanda harus 2 sampai {LongestMarkName} huruf.",
                $"The mark's name must have 2 to {LongestMarkName} letters.", "markName"),
        BrandRules.ColourProblem(mark.Colour, "colour"), BrandRules.ColourProblem(mark.Accent, "accent"),
        mark.Logo is null || mark.Logo == known || (logo?.Owner == PhotoOwner.Office && logo.Status != PhotoStatus.Failed) ? null
            : Refusal.Invalid("unknown_photo", "Foto logo ini tidak ada di antara foto kantor. Unggah sekali lagi.",
                "This logo is not among the office's photos. Upload it again.", "logoPhotoId"));

    private static Refusal? PlaceProblem(MapPlace place) => Refusals.Of(PointProblem(place),
        Text(place.Directions, 0, LongestDirections, "directions", "Petunjuk jalan", "The directions"));

    private static Refusal? PointProblem(MapPlace place)
    {
        if (place.Latitude is null != place.Longitude is null)
            return Refusal.Invalid("place_incomplete", "Isi lintang dan bujur, atau kosongkan keduanya.",
                "Give latitude and longitude, or neither.", "latitude");
        // The usual slip is to swap the two, which would send visitors to Siberia.
        if (place is { Latitude: { } north, Longitude: { } east } && (north is < -10 or > -7 || east is < 115 or > 120))
            return Refusal.Invalid("place_outside",
                "Titik ini di luar NTB. Lintang di sini sekitar -8, bujur sekitar 116 sampai 119.",
                "This point lies outside NTB. Latitudes here are about -8, longitudes 116 to 119.", "latitude");
        return null;
    }

    private static Refusal? ContactProblem(VillageContact? contact) => contact is null ? null : Refusals.Of(
        contact.Office.Length is >= 3 and <= LongestOffice ? null
            : Refusal.Invalid("office_length", "Tulis nama kantornya, misalnya Kantor Desa Semoyang.",
                "Write the office's name, such as Kantor Desa Semoyang.", "office"),
        contact.Phone is null || Phone().IsMatch(contact.Phone) ? null
            : Refusal.Invalid("phone_unreadable", "Nomor telepon kantor ini tidak terbaca.",
                "The office's phone number cannot be read.", "phone"));

    [GeneratedRegex(@"^[+(]?[0-9][0-9 ()-]{4,22}\z")]
    private static partial Regex Phone();
}
