using System.Text.RegularExpressions;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Adds a reason that curators can choose, changes its words, or brings a retired one back.</summary>
public sealed record KeepReasonTemplate(string Code, string About, Wording Name, Wording Why, Wording Advice) : Confidential;

public static partial class KeepReasonTemplateHandler
{
    public const int LongestName = 60, LongestText = 300;

    public static async Task<ReasonTemplate?> LoadAsync(KeepReasonTemplate command, IQuerySession session,
        CancellationToken cancellation) =>
        await session.LoadAsync<ReasonTemplate>(command.Code, cancellation);

    public static Refusal? Validate(KeepReasonTemplate command, ReasonTemplate? known) => Refusals.Of(
        Code().IsMatch(command.Code) ? null : Refusal.Invalid("code_shape",
            "Kode ditulis dengan huruf kecil dan garis bawah, misalnya photo_dark.",
            "Write the code in small letters and underscores, such as photo_dark.", "code"),
        command.About is ReasonTemplate.Product or ReasonTemplate.Review && (known is null || known.About == command.About) ? null
            : Refusal.Invalid("about_unknown", "Alasan berlaku untuk produk atau untuk ulasan.",
                "A reason is about products or about reviews.", "about"),
        Problem(command.Name, LongestName, "name"), Problem(command.Why, LongestText, "why"),
        command.About == ReasonTemplate.Review ? null : Problem(command.Advice, LongestText, "advice"));

    public static (Answer, IMartenOp) Handle(KeepReasonTemplate command, ReasonTemplate? known) => (Done.Instance,
        MartenOps.Store(new ReasonTemplate(command.Code, command.About, command.Name, command.Why, command.Advice, known?.Place
            ?? 50)));

    private static Refusal? Problem(Wording words, int most, string field) =>
        Says(words.Indonesian, most) && Says(words.English, most) ? null
            : Refusal.Invalid("words_missing",
                $"Isi tulisan ini dalam bahasa Indonesia dan Inggris, paling panjang {most} huruf.",
                $"Write this in Indonesian and in English, at most {most} letters.", field);

    private static bool Says(string text, int most) => text.Length <= most && text.Trim().Length > 2;

    [GeneratedRegex("^[a-z][a-z0-9_]{1,39}\\z")]
    private static partial Regex Code();
}
