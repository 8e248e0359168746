using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;

namespace CraftMarket.Kernel;

/// <summary>An e-mail address in its one plain spelling: no name before it, no comment, no quotation marks. With
/// these it would still be the same mailbox, which could then be counted as many.</summary>
public sealed record EmailAddress
{
    /// <summary>RFC 5321, 4.5.3.1.3, without the brackets of its path.</summary>
    public const int Longest = 254;

    // The signs of an atom by RFC 5322, 3.2.3; letters beyond ASCII look like others and are written in more ways than one.
    private const string Signs = "!#$%&'*+-/=?^_`{|}~.@";

    private EmailAddress(string value) => Value = value;

    /// <summary>The address as it was typed, without blanks around it.</summary>
    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = text?.Trim() is { Length: > 0 and <= Longest } typed && typed.All(IsPlain)
            && MailAddress.TryCreate(typed, out var read) && read.Address == typed && !read.Host.EndsWith('.')
            && Uri.CheckHostName(read.Host) == UriHostNameType.Dns ? new(typed) : null;
        return address is not null;
    }

    /// <summary>Never the address: it must not reach a log by accident.</summary>
    public override string ToString() => "EmailAddress ****";

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || Signs.Contains(letter);
}
