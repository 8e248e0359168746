using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Orders;

/// <summary>Makes a new link to an order for a buyer who lost it and has no e-mail, and shows it once.</summary>
[Authorize(Policy = Policies.Staff)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OrderLinkModel(IQuerySession session, IKeyStore keys, Dispatch dispatch) : HousePage
{
    private const string Shown = "order-link";

    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Phone { get; set; }

    public string? Link { get; private set; }

    /// <summary>What the buyer reads beside the link, whatever the office reads.</summary>
    public static string Message => "Ini tautan pesanan Anda di CraftMarket. Jangan bagikan kepada orang lain:";

    // Kept for one look, sealed in the reader's own browser: never in an address and never here.
    public void OnGet() => Link = TempData[Shown] as string;

    public async Task<IActionResult> OnPostAsync()
    {
        var order = PhoneNumber.TryParse(Phone, out var phone)
            ? await RememberedOrder.Of(session, keys, Number, phone, HttpContext.RequestAborted)
            : null;
        if (order is not { } found)
        {
            Wrong("number", "Tidak ada pesanan dengan nomor dan nomor HP itu.",
                "There is no order with that number and that phone.");
            return Again();
        }

        var key = AccessKey.New();
        if (await dispatch.Send(new RenewOrderKey(found, key)) is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        TempData[Shown] = Whole($"/pesanan/{found.Value}?key={Uri.EscapeDataString(key)}");
        return LocalRedirect("/kantor/pesanan/tautan");
    }
}
