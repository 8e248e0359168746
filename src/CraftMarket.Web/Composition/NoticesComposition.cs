using CraftMarket.Notices;
using CraftMarket.Workflows;
using Wolverine.Marten;

namespace CraftMarket.Web.Composition;

/// <summary>Letters, where <c>Smtp__…</c> says through which server; else nothing is sent and nothing waits to be.</summary>
internal static class NoticesComposition
{
    public static void AddNotices(this WebApplicationBuilder builder)
    {
        var channels = Channels.Of(builder.Configuration);
        builder.Services.AddNotices().AddSingleton(services => new NoticeSettings(channels,
            () => PaymentsComposition.Site(services),
            builder.Configuration.GetValue("Limits:FirstLettersPerAddressPerDay", NoticeSettings.UsualFirstLettersPerDay)));
        if (!channels.ContainsKey(NoticeChannel.Email)) return;
        if (!builder.Environment.IsDevelopment() && string.IsNullOrWhiteSpace(builder.Configuration["Site:Address"]))
            throw new InvalidOperationException("Smtp__Host is set, so set Site__Address too: letters to buyers carry links to "
                + "their orders.");
        builder.Services.SubscribeToEvents(new BuyerNews(TimeProvider.System));
    }
}
