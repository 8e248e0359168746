namespace CraftMarket.Web.Access;

/// <summary>Writes to the holder of a mailbox how to set a new password.</summary>
/// <param name="AccountId">Empty when the login that was typed is nobody's: then nothing is written, and as much is done about
/// it.</param>
public sealed record SendResetLetter(Guid AccountId, DateTimeOffset AskedAt, string Language) : Confidential;

public static class SendResetLetterHandler
{
    public static Task Handle(SendResetLetter message, ResetLetters letters, CancellationToken cancellation) =>
        letters.SendAsync(message, cancellation);
}
