using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CraftMarket.Notices;

/// <summary>Speaks SMTP. The only file that names MailKit, which so is not even loaded where no mail server is set.</summary>
internal static class SmtpLine
{
    /// <summary>Whether it is one address that mail can go to.</summary>
    public static bool IsAddress(string text) => MailboxAddress.TryParse(text, out var box)
        && box.Address.IndexOf('@', StringComparison.Ordinal) > 0;

    /// <returns>False when this address will never take it. Anything else that goes wrong is an <see cref="IOException"/>, to be
    /// tried again.</returns>
    /// <remarks>What a mail server answers often repeats the address, so of its answer only the number is passed on.</remarks>
    public static async Task<bool> SendAsync(SmtpSettings server, Guid id, string address, Letter letter,
        CancellationToken cancellation)
    {
        if (!IsAddress(address)) return false;
        // Shorter than a message is given to be handled, so that a slow server is known from a stop of our own.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(45));
        try
        {
            using var client = new SmtpClient { Timeout = 30_000 };
            await client.ConnectAsync(server.Host, server.Port, server.Security switch
            {
                SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
                SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
                SmtpSecurity.None => SecureSocketOptions.None,
            }, patience.Token);
            if (server.User is not null) await client.AuthenticateAsync(server.User, server.Password!, patience.Token);
            await client.SendAsync(Message(server, id, address, letter), patience.Token);
            await Farewell(client);
            return true;
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted
            && (int)refused.StatusCode >= 500)
        {
            return false;
        }
        catch (SmtpCommandException refused)
        {
            throw new IOException($"The mail server answered {(int)refused.StatusCode}.");
        }
        catch (Exception e) when (
            e is ProtocolException or SocketException or IOException or AuthenticationException or SslHandshakeException
                or TimeoutException
            || (e is NotSupportedException or OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new IOException($"The mail server could not be spoken with: {e.GetType().Name}.");
        }
    }

    private static MimeMessage Message(SmtpSettings server, Guid id, string address, Letter letter)
    {
        var from = MailboxAddress.Parse(server.From);
        // The same letter has the same id, so that a mailbox shows it once even if it was sent twice around a crash.
        var message = new MimeMessage
        {
            Subject = letter.Subject, Body = new TextPart("plain") { Text = letter.Text },
            MessageId = $"{id:N}@{from.Domain}"
        };
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>The letter has been taken; that the line breaks afterwards changes nothing.</summary>
    private static async Task Farewell(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(true, CancellationToken.None);
        }
        catch (Exception e) when (
            e is ProtocolException or SocketException or IOException or CommandException or OperationCanceledException)
        {
            // It is closed then.
        }
    }
}
