using System.Text.RegularExpressions;
using CraftMarket.Media;
using JasperFx.Events;
using Marten;
using Wolverine;

namespace CraftMarket.Catalogue;

/// <summary>Gives an artisan's brand its name, story, colour and logo.</summary>
public sealed record ChangeBrand(ArtisanId ArtisanId, string Name, string Story, string Colour, PhotoId? Logo);

public static partial class ChangeBrandHandler
{
    public static async Task<(IEventStream<Maker>, Photo?)> LoadAsync(ChangeBrand command, IDocumentSession session, CancellationToken cancellation) =>
        (await session.Events.FetchForWriting<Maker>(Maker.StreamOf(command.ArtisanId), cancellation),
            command.Logo is { } logo ? await session.LoadAsync<Photo>(logo, cancellation) : null);

    public static Refusal? Validate(ChangeBrand command, Photo? logo)
    {
        if (command.Name.Length is < 2 or > 60)
            return Refusal.Invalid("name_length", "Nama merek harus 2 sampai 60 huruf.", "A brand's name must have 2 to 60 letters.", "name");
        if (command.Story.Length > 2_000)
            return Refusal.Invalid("story_length", "Cerita paling panjang 2.000 huruf.", "The story has at most 2,000 letters.", "story");
        if (!Colour().IsMatch(command.Colour))
            return Refusal.Invalid("colour_unknown", "Warna ditulis seperti #8a5a2b.", "Write the colour like #8a5a2b.", "colour");
        return command.Logo is null || logo?.Owner == command.ArtisanId ? null
            : Refusal.Invalid("unknown_photo", "Foto ini tidak ada di antara foto Anda. Unggah sekali lagi.",
                "This photo is not among yours. Upload it again.", "logoPhotoId");
    }

    public static (Answer, OutgoingMessages) Handle(ChangeBrand command, IEventStream<Maker> maker)
    {
        var changed = new BrandChanged(command.ArtisanId, command.Name, command.Story, command.Colour, command.Logo);
        var now = maker.Aggregate;
        if (now is not null && (now.Name, now.Story, now.Colour, now.Logo) == (changed.Name, changed.Story, changed.Colour, changed.Logo))
            return (Done.Instance, []);
        maker.AppendOne(changed);
        return (Done.Instance, now?.Name == changed.Name ? [] : [new RenameMaker(command.ArtisanId)]);
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();
}
