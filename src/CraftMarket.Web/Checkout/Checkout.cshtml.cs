using CraftMarket.Ordering;
using CraftMarket.Web.Carts;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Limits;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Payments;
using CraftMarket.Web.Shipping;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Checkout;

/// <summary>Where it goes, how it is paid, and what it costs altogether, before anything is ordered.</summary>
[AllowAnonymous]
public sealed class CheckoutModel(IServiceProvider services, IQuerySession session, Dispatch dispatch, FormIds ids,
    MasterKey master, TimeProvider clock) : HousePage
{
    /// <summary>The order that this form makes; sending the form twice makes one.</summary>
    [BindProperty] public FormId<OrderId> OrderId { get; set; }

    [BindProperty(Name = "buyer.name")] public string? Name { get; set; }
    [BindProperty(Name = "buyer.phone")] public string? Phone { get; set; }
    [BindProperty(Name = "buyer.email")] public string? Email { get; set; }
    [BindProperty(Name = "shipTo.address")] public string? Address { get; set; }
    [BindProperty(Name = "shipTo.regionCode")] public string? RegionCode { get; set; }
    [BindProperty] public string? Payment { get; set; }

    /// <summary>The total that the buyer had before their eyes.</summary>
    [BindProperty] public long? SeenTotal { get; set; }

    /// <summary>How many of the lines they saw are made after ordering.</summary>
    [BindProperty] public int? SeenMade { get; set; }

    public CartQuote Quote { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync()
    {
        RegionCode = ShipTo.Read(HttpContext)?.Value;
        await Price();
        // What is too few stands at its line in the cart, where it can be mended.
        if (Quote.Parts.Count == 0 || Quote.IsShort) return LocalRedirect("/keranjang");
        OrderId = ids.New<OrderId>();
        var open = Open.Select(x => x.Method.Terms().Code).ToList();
        Payment = open.Find(x => x == Request.Query["cara"]) ?? open[0];
        return Page();
    }

    internal IEnumerable<PaymentWords> Open => services.GetRequiredService<OrderPayments>().Open;

    /// <summary>Shipping and total of a destination, for the page to show in place.</summary>
    public async Task<IActionResult> OnGetTotalsAsync(string? region)
    {
        RegionCode = region;
        await Price();
        return Partial("_Totals", Quote);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Price();
        if (ShipTo.Known(RegionCode) is { } chosen) ShipTo.Write(HttpContext, chosen);
        if (Quote.Parts.Count == 0)
            return await session.LoadAsync<Order>(OrderId.Id.Value, HttpContext.RequestAborted) is null
                ? LocalRedirect("/keranjang") : Ordered();
        var order = new PlaceOrder(OrderId.Id, Key, Name ?? "", Phone ?? "", Typed.Text(Email), Typed.Words(Address), RegionCode
            ?? "",
            [.. Cart.Read(HttpContext).Lines.Select(x => x.Wish)], Method ?? default, Lang);
        if (PlaceOrderHandler.WhyNotFor(order) is { } wrong) Show(wrong);
        if (Quote.IsUnreached) Show(ShippingRates.Unreached);
        else if (Quote.Total is null)
            Wrong("shipTo.regionCode", "Pilih kabupaten atau kota tujuan.", "Choose the regency or city.");
        if (Method is not { } method) Wrong("payment", "Pilih cara membayar.", "Choose how to pay.");
        else if (services.GetRequiredService<OrderPayments>().WhyNot(method) is { } closed) Show(closed);
        if (!ModelState.IsValid) return Again();
        if (SeenTotal is null || Quote.Total?.Amount != SeenTotal || Quote.MadeToOrder != SeenMade) Compare();
        else if (services.GetRequiredService<RequestLimits>().Refuse(HttpContext, Limited.Orders) is { } hasty)
            return AgainBecause(hasty);
        else
        {
            var answer = await dispatch.Send(order);
            if (answer is PlacedOrder)
            {
                new Cart([]).Write(HttpContext);
                return Ordered();
            }

            Show((Refusal)answer);
        }

        return Again();
    }

    private LocalRedirectResult Ordered() => LocalRedirect($"/pesanan/{OrderId.Id.Value}?key={Uri.EscapeDataString(Key)}");

    private void Compare()
    {
        if (Quote.Total?.Amount == SeenTotal) Wrong("",
            "Ada barang yang sekarang dibuat setelah dipesan, atau kini siap dikirim. Kalau setuju, tekan “Pesan sekarang”.",
            "Something is made to order now, or ready to be sent. If you agree, press “Order now”.");
        else Wrong("", "Lihat dulu ongkos kirim dan totalnya di bawah. Kalau cocok, tekan “Pesan sekarang”.",
            "Look at the shipping and the total below. If you agree, press “Order now”.");
    }

    private async Task Price() => Quote = await Cart.Read(HttpContext).Quote(session,
        Kernel.RegionCode.TryParse(RegionCode, out var to) ? to : null, clock.GetUtcNow(), HttpContext.RequestAborted);

    /// <summary>The secret that opens the order afterwards: the same however often the form is sent.</summary>
    private string Key => master.KeyedHash("key of an order from a form", OrderId.Id.Value.ToString());

    private PaymentMethod? Method => PaymentTerms.All.FirstOrDefault(x => x.Code == Payment)?.Method;
}
