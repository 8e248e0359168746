namespace CraftMarket.Web.Composition;

/// <summary>Whom buyers and makers ask: the office that runs the market, by <c>Site__Contact__Office</c>, <c>__Email</c>,
/// <c>__Phone</c> and <c>__Address</c>.</summary>
/// <param name="Office">The office's name.</param>
/// <param name="Email">Read by people; also where requests about one's data go.</param>
/// <param name="Phone">As people write it; null where there is none.</param>
/// <param name="Address">Where letters go; null where there is none.</param>
public sealed record HouseContact(string Office, string Email, string? Phone, string? Address)
{
    /// <summary>Null where none is set: then the pages name nobody.</summary>
    public static HouseContact? Of(IConfiguration configuration)
    {
        var contact = configuration.GetSection("Site:Contact");
        if (!contact.GetChildren().Any(x => !string.IsNullOrWhiteSpace(x.Value))) return null;
        return (contact["Office"], contact["Email"]) is ({ Length: > 0 } office, { Length: > 0 } email)
            && email.Contains('@', StringComparison.Ordinal)
            ? new(office, email, Said(contact["Phone"]), Said(contact["Address"]))
            : throw new InvalidOperationException(
                "Set both Site__Contact__Office and Site__Contact__Email, an e-mail address, or nothing of Site__Contact__….");
    }

    /// <summary>The number that WhatsApp reaches; null where the office's phone is no mobile number.</summary>
    public PhoneNumber? Mobile => PhoneNumber.TryParse(Phone, out var number) && number.IsMobile ? number : null;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Whom the pages name.</summary>
/// <param name="Contact">Null where no contact is set.</param>
public sealed record ContactDetails(HouseContact? Contact);
