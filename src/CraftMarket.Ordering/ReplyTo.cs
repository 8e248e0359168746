namespace CraftMarket.Ordering;

/// <summary>Where and how a buyer who gave an e-mail is told what becomes of the order. Sealed with the delivery details and
/// erased with them.</summary>
/// <param name="Key">Opens the order's page; kept in no other place.</param>
/// <param name="Language"><c>en</c> for who ordered in English, else <c>id</c>.</param>
public sealed record ReplyTo(string Email, string Key, string Language)
{
    /// <summary>Null for a buyer who gave none.</summary>
    public static ReplyTo? Of(PlaceOrder command) =>
        string.IsNullOrWhiteSpace(command.Email) ? null
            : new(command.Email.Trim(), command.Key, command.Language == "en" ? "en" : "id");

    /// <summary>Never the address or the key: they must not reach a log by accident.</summary>
    public override string ToString() => "ReplyTo ****";
}
