using CraftMarket.Catalogue;
using CraftMarket.Web.Pages;

namespace CraftMarket.Web.Listing;

/// <summary>Where a product stands, in the artisan's words.</summary>
internal static class ProductWords
{
    public static (string Word, string Kind) Of(Product product, Say say) => product.Status switch
    {
        ProductStatus.Draft => (say("Belum dikirim ke kurator", "Not sent to the curator yet"), ""),
        ProductStatus.Submitted => (say("Sedang diperiksa kurator", "With the curator"), ""),
        ProductStatus.Published when product.Recheck =>
            (say("Tampil di toko, perubahan diperiksa", "In the shop, changes being checked"), "good"),
        ProductStatus.Published => (say("Tampil di toko", "In the shop"), "good"),
        ProductStatus.Returned => (say("Perlu diperbaiki", "Needs a correction"), "bad"),
        _ => (say("Tidak dijual", "Not on sale"), ""),
    };
}
