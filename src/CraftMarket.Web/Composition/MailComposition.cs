using CraftMarket.Ordering;

namespace CraftMarket.Web.Composition;

/// <summary>Mail to buyers, where <c>Smtp__…</c> says through which server; else nothing is sent and nothing waits to
/// be.</summary>
internal static class MailComposition
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var server = SmtpSettings.Of(builder.Configuration);
        builder.Services.AddSingleton(services => new PostOffice(server, () => PaymentsComposition.Site(services),
            builder.Configuration.GetValue("Limits:FirstLettersPerAddressPerDay", PostOffice.UsualFirstLettersPerDay)));
        if (server is null) return;
        if (!builder.Environment.IsDevelopment() && string.IsNullOrWhiteSpace(builder.Configuration["Site:Address"]))
            throw new InvalidOperationException("Smtp__Host is set, so set Site__Address too: letters to buyers carry links to "
                + "their orders.");
        builder.Services.TellBuyersByMail();
    }
}
