using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Demo.Pages;

/// <summary>Who signs in where, for whoever tries the house out.</summary>
[AllowAnonymous]
public sealed class SignInsModel(IConfiguration configuration) : HousePage
{
    public string Password => DemoRunner.Password(configuration);

    /// <summary>An artisan with an account is in the whole demo only.</summary>
    public IReadOnlyList<(string Login, string Role, string Work, string Url)> Accounts => configuration["Demo:Data"] == "full"
        ? [.. Office, (DemoData.People[0].Phone, T($"Perajin: {DemoData.People[0].Name}", $"Artisan: {DemoData.People[0].Name}"),
            T("Produk, pesanan, penghasilan, merek.", "Products, orders, earnings, brand."), "/perajin")]
        : Office;

    private IReadOnlyList<(string Login, string Role, string Work, string Url)> Office =>
    [
        ("office@craftmarket.test", T("Petugas kantor", "Office staff"),
            T("Program, angkatan, peserta, undangan, laporan penghasilan.",
                "Programmes, batches, participants, invitations, income report."), "/kantor"),
        ("companion@craftmarket.test", T("Pendamping", "Companion"),
            T("Kunjungan dan verifikasi peserta di seluruh NTB.", "Visits and verification of participants in all of NTB."),
            "/pendamping"),
        ("curator@craftmarket.test", T("Kurator", "Curator"),
            T("Memeriksa produk sebelum dijual.", "Looks at products before they are sold."), "/kantor/kurasi"),
        ("operator@craftmarket.test", "Operator",
            T("Pencairan uang dan pesan sistem yang gagal terkirim.", "Payouts and system messages that failed."), "/operator"),
    ];
}
