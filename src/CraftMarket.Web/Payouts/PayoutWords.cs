using CraftMarket.Payments;

namespace CraftMarket.Web.Payouts;

/// <summary>How the operator says where a payout stands.</summary>
internal static class PayoutWords
{
    public static Wording Words(this PayoutStatus status) => status switch
    {
        PayoutStatus.Pending => new("Belum dikirim", "Not sent yet"),
        PayoutStatus.Paid => new("Terkirim", "Sent"),
        PayoutStatus.Returned => new("Gagal, kembali ke saldo", "Failed, back in the balance"),
    };

    public static string Tag(this PayoutStatus status) => status switch
    {
        PayoutStatus.Paid => "tag good",
        PayoutStatus.Returned => "tag bad",
        PayoutStatus.Pending => "tag",
    };
}
