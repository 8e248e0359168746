using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;

namespace CraftMarket.People.Accounts;

/// <summary>What somebody types to say who they are: a phone number in any form, or an e-mail address.</summary>
public sealed record Login
{
    private Login(string value, bool isPhone) => (Value, IsPhone) = (value, isPhone);

    /// <summary>The number in E.164 form, or the address in lower case.</summary>
    public string Value { get; }

    public bool IsPhone { get; }

    /// <summary>Enough for its holder to know it again: <c>…1101</c>, <c>k…@kantor.example</c>.</summary>
    public string Hint => IsPhone ? $"…{Value[^4..]}" : $"{Value[0]}…{Value[Value.IndexOf('@', StringComparison.Ordinal)..]}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out Login? login)
    {
        if (PhoneNumber.TryParse(text, out var phone)) login = new(phone.E164, isPhone: true);
        else if (text is { Length: < 255 } && MailAddress.TryCreate(text.Trim(), out var mail) && mail.Address == text.Trim()
            && mail.Host.Contains('.')) login = new(mail.Address.ToLowerInvariant(), isPhone: false);
        else login = null;
        return login is not null;
    }

    /// <summary>Never the number or address: it must not reach a log by accident.</summary>
    public override string ToString() => "login ****";
}
