using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages;

/// <summary>Says in plain words what went wrong and where to go from here.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorPageModel : HousePage
{
    public int Code { get; private set; }

    public string Heading => Code switch
    {
        404 => T("Halaman tidak ditemukan", "Page not found"),
        401 => T("Silakan masuk dulu", "Please sign in first"),
        403 => T("Halaman ini bukan untuk akun Anda", "This page is not for your account"),
        405 => T("Halaman ini tidak menerima kiriman seperti itu", "This page does not take that"),
        413 => T("Kiriman ini terlalu besar", "That is too large"),
        >= 400 and < 500 => T("Data yang dikirim tidak terbaca", "That could not be read"),
        _ => T("Ada kesalahan di pihak kami", "Something went wrong on our side"),
    };

    public string Advice => Code switch
    {
        404 => T("Alamatnya mungkin salah ketik, atau barangnya sudah tidak dijual.",
            "The address may be mistyped, or the product is no longer sold."),
        401 or 403 =>
            T("Masuk dengan akun lain, atau hubungi pendamping Anda.", "Sign in with another account, or ask your companion."),
        405 => T("Kembali ke halaman toko, lalu coba lagi dari sana.", "Go back to the shop and try again from there."),
        413 => T("Kirim berkas atau isian yang lebih kecil.", "Send a smaller file or less text."),
        >= 400 and < 500 => T("Halaman mungkin terlalu lama terbuka. Kembali, muat ulang, lalu kirim lagi.",
            "The page may have been open too long. Go back, reload and send again."),
        _ => T("Data Anda aman. Tunggu sebentar, lalu coba lagi.", "Your data is safe. Wait a moment, then try again."),
    };

    public void OnGet(int code)
    {
        Code = code is >= 400 and < 600 ? code : 404;
        Response.StatusCode = Code;
    }
}
