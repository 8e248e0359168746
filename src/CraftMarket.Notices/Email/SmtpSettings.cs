using Microsoft.Extensions.Configuration;

namespace CraftMarket.Notices;

/// <summary>How the line to the mail server is kept from being listened to.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all; for a server on the same machine.</summary>
    None,

    /// <summary>From the first byte.</summary>
    Tls,

    /// <summary>Begins open and must become secure before anything is said.</summary>
    StartTls,
}

/// <summary>The mail server that letters go out through: <c>Smtp__Host</c>, <c>Port</c>, <c>User</c>, <c>Password</c>,
/// <c>From</c>, <c>Security</c>.</summary>
/// <param name="From">The sender, such as <c>CraftMarket &lt;pesanan@pasar.example.org&gt;</c>.</param>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, string From, SmtpSecurity Security)
{
    /// <summary>Null when none is set: then no mail is sent. Half of it is a mistake that stops the start.</summary>
    public static SmtpSettings? Of(IConfiguration configuration)
    {
        string? Set(string name) => configuration[$"Smtp:{name}"] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim()
            : null;
        var (host, from, user, password) = (Set("Host"), Set("From"), Set("User"), Set("Password"));
        if (new[] { host, from, user, password, Set("Port"), Set("Security") }.All(x => x is null)) return null;
        if (host is null || from is null)
            throw new InvalidOperationException("Set both Smtp__Host and Smtp__From, or no Smtp__… at all: mail needs a server "
            + "and a sender.");
        if (!SmtpLine.IsAddress(from))
            throw new InvalidOperationException("Smtp__From is not an e-mail address such as pesanan@pasar.example.org.");
        if ((user is null) != (password is null))
            throw new InvalidOperationException("Set both Smtp__User and Smtp__Password, or neither.");
        var security = (Set("Security")?.ToLowerInvariant(), Set("Port")) switch
        {
            ("none", _) => SmtpSecurity.None,
            ("tls", _) or (null, "465") => SmtpSecurity.Tls,
            ("starttls" or null, _) => SmtpSecurity.StartTls,
            _ => throw new InvalidOperationException("Smtp__Security is tls, starttls or none."),
        };
        if (security == SmtpSecurity.None && user is not null)
            throw new InvalidOperationException("Smtp__Security is none, so Smtp__Password would go over an open line. Use tls "
                + "or starttls, or a server that asks for no password.");
        var usual = security switch { SmtpSecurity.Tls => 465, SmtpSecurity.StartTls => 587, SmtpSecurity.None => 25 };
        var port = Set("Port") is not { } stated ? usual
            : int.TryParse(stated, out var number) && number is > 0 and < 65_536 ? number
                : throw new InvalidOperationException("Smtp__Port is not a port's number.");
        return new(host, port, user, password, from, security);
    }

    /// <summary>Never the password: it must not reach a log by accident.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
