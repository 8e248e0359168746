using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Artisan;

/// <summary>The artisan's own parts of orders: take on, refuse with a reason, hand to a courier.</summary>
[Authorize(Policy = Policies.Artisan)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PesananModel(IQuerySession session, IKeyStore keys, Dispatch dispatch) : HousePage
{
    public ArtisanOrders Orders { get; private set; } = new([], 0, 1, ArtisanOrders.UsualPageSize);

    /// <summary>The part whose form was refused, and what had been typed there.</summary>
    public Guid? Failed { get; private set; }

    [BindProperty(SupportsGet = true, Name = "status")] public SellerOrderStatus? Status { get; set; }
    [BindProperty(SupportsGet = true, Name = "hal")] public int PageNumber { get; set; } = 1;

    /// <summary>Which of its forms it was.</summary>
    public SellerOrderStatus? Attempted { get; private set; }

    /// <summary>Why it was refused, to stand at that form.</summary>
    public string? Problem { get; private set; }

    public string? Typed { get; private set; }

    public string? TypedNumber { get; private set; }

    public Task OnGetAsync() => Find();

    public Task<IActionResult> OnPostAcceptAsync(Guid id) => Send(id, SellerOrderStatus.Accepted, null, new AcceptSellerOrder(new(id), User.ArtisanId()),
        "Anda sudah menerima pesanan ini. Siapkan barangnya, lalu kirim.", "You have accepted the order. Make it ready, then send it.");

    public Task<IActionResult> OnPostRefuseAsync(Guid id, string? reason) => Send(id, SellerOrderStatus.Refused, reason,
        new RefuseSellerOrder(new(id), User.ArtisanId(), reason ?? ""),
        "Pesanan ditolak. Kalau pembeli sudah membayar, uangnya dikembalikan.", "Order refused. If the buyer has paid, the money goes back.");

    public Task<IActionResult> OnPostShipAsync(Guid id, string? courier, string? trackingNumber, bool noTracking)
    {
        TypedNumber = trackingNumber;
        return Send(id, SellerOrderStatus.Shipped, courier,
            new ShipSellerOrder(new(id), User.ArtisanId(), courier ?? "", trackingNumber ?? "", noTracking),
            "Tercatat: barang sudah dikirim.", "Recorded: it is on its way.");
    }

    private async Task<IActionResult> Send(Guid id, SellerOrderStatus attempted, string? typed, object command, string indonesian,
        string english)
    {
        if (await dispatch.Send(command) is Refusal refusal)
        {
            (Failed, Attempted, Typed) = (id, attempted, typed);
            Problem = refusal.Why.In(Lang);
            Show(refusal with { Field = null });
            await Find();
            return Again();
        }

        Notice(indonesian, english);
        return LocalRedirect("/perajin/pesanan");
    }

    private async Task Find() => Orders = await ArtisanOrders.Find(session, keys, User.ArtisanId(), Status, PageNumber, HttpContext.RequestAborted);
}
