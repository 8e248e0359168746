using CraftMarket.Notices;
using CraftMarket.People.Accounts;
using Wolverine.Attributes;

namespace CraftMarket.Workflows;

/// <summary>Writes to the holder of a mailbox how to set a new password. The link is made and sent in one go: it lies in no
/// message and no table.</summary>
/// <param name="AccountId">Empty when the login that was typed is nobody's: then nothing is written, and as much is done about
/// it.</param>
[MessageIdentity("CraftMarket.Web.Access.SendResetLetter")]
public sealed record SendResetLetter(Guid AccountId, DateTimeOffset AskedAt, string Language) : Confidential;

public static class SendResetLetterHandler
{
    /// <summary>Who has waited longer has asked somebody else, or again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    public static async Task Handle(SendResetLetter message, AccountBook accounts, Resets resets, PostOffice office,
        DateTimeOffset now, CancellationToken cancellation)
    {
        if (!office.Reaches(NoticeChannel.Email) || message.AskedAt + Fresh < now) return;
        if (await accounts.Of(message.AccountId, cancellation) is not { ClosedAt: null, Email: { } address } account) return;
        if (await resets.MakeOwnAsync(account, cancellation) is not { } link) return;
        try
        {
            var path = $"/sandi/{link.Token}{(message.Language == "en" ? "?bahasa=en" : "")}";
            await office.SendAsync(new(NoticeChannel.Email, address, message.Language), new NewPassword(office.LinkTo(path)),
                cancellation);
        }
        catch
        {
            // Nobody has this link; another try makes its own.
            await resets.DropAsync(link);
            throw;
        }
    }
}
