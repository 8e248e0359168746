using CraftMarket.People.Contact;
using CraftMarket.People.Joining;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Brands;

/// <summary>Where an artisan lets buyers have a WhatsApp number, and takes it back.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class ShopContactModel(IQuerySession session, ShopContacts contacts, Dispatch dispatch) : HousePage
{
    [BindProperty] public string? Number { get; set; }

    [BindProperty] public bool Agreed { get; set; }

    /// <summary>The number that buyers are given now.</summary>
    public string? Shared { get; private set; }

    public string Version => Purposes.CurrentVersion;

    public async Task OnGetAsync()
    {
        await Look();
        Number ??= Shared ?? await contacts.Known(session, User.PersonId(), HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Agreed) Wrong("agreed", "Centang persetujuan dulu.", "Tick your consent first.");
        else if (await dispatch.Send(new ShareContact(User.PersonId(), Number ?? "")) is Refusal refusal) Show(refusal);
        if (!ModelState.IsValid)
        {
            await Look();
            return Again();
        }

        Notice("Tersimpan. Pembeli sekarang bisa menulis ke Anda.", "Saved. Buyers can write to you now.");
        return LocalRedirect("/perajin/kontak");
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await dispatch.Send(new WithdrawContact(User.PersonId()));
        Notice("Persetujuan ditarik. Nomor Anda sudah dihapus dan tidak diberikan lagi.",
            "Consent withdrawn. Your number is deleted and given to nobody any more.");
        return LocalRedirect("/perajin/kontak");
    }

    private async Task Look() => Shared = (await contacts.Of(session, User.PersonId(), HttpContext.RequestAborted))?.E164;
}
