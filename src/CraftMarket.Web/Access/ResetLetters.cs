using CraftMarket.Ordering;
using CraftMarket.People.Accounts;

namespace CraftMarket.Web.Access;

/// <summary>Makes the link and sends it in one go: the link itself lies in no message and no table.</summary>
public sealed class ResetLetters(AccountBook accounts, Resets resets, PostOffice office, TimeProvider clock)
{
    /// <summary>Who has waited longer has asked somebody else, or again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    public bool CanBeSent => office.Server is not null;

    public async Task SendAsync(SendResetLetter message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!CanBeSent || message.AskedAt + Fresh < clock.GetUtcNow()) return;
        if (await accounts.Of(message.AccountId, cancellation) is not { ClosedAt: null, Email: { } address } account) return;
        if (await resets.MakeOwnAsync(account, cancellation) is not { } link) return;
        try
        {
            var (subject, text) = Words(new Uri(office.Site(),
                $"/sandi/{link.Token}{(message.Language == "en" ? "?bahasa=en" : "")}"), message.Language);
            await office.SendAsync(Guid.NewGuid(), address, subject, text, cancellation);
        }
        catch
        {
            // Nobody has this link; another try makes its own.
            await resets.DropAsync(link);
            throw;
        }
    }

    private static (string Subject, string Text) Words(Uri link, string language)
    {
        var indonesian = $"""
            Ada yang meminta kata sandi baru untuk akun CraftMarket dengan alamat e-mail ini. Buat kata sandi baru di sini:
            {link}

            Tautan ini berlaku 24 jam dan hanya sekali. Jangan berikan kepada siapa pun.
            Kalau bukan Anda yang meminta, abaikan surat ini; kata sandi lama tetap berlaku.

            """;
        return language == "en"
            ? ("Kata sandi baru untuk CraftMarket / A new password for CraftMarket", $"""
                {indonesian}
                — English —

                Somebody asked for a new password for the CraftMarket account with this e-mail address. Choose it here:
                {link}

                The link works once, for 24 hours. Give it to nobody.
                If it was not you, ignore this letter; the old password stays.

                """)
            : ("Kata sandi baru untuk CraftMarket", indonesian);
    }
}
