using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Orders;

/// <summary>The artisan's own parts of orders, the urgent first: take on, refuse with a reason, hand to a courier.</summary>
[Authorize(Policy = Policies.Artisan)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ArtisanOrdersModel(IQuerySession session, IKeyStore keys, Dispatch dispatch, TimeProvider clock) : HousePage
{
    /// <summary>How long an artisan is told of an order that ended without her.</summary>
    public static readonly TimeSpan News = TimeSpan.FromDays(7);

    private static readonly SellerOrderStatus[] InTheirOrder =
    [
        SellerOrderStatus.Received, SellerOrderStatus.Accepted, SellerOrderStatus.Shipped, SellerOrderStatus.Delivered,
        SellerOrderStatus.Refused, SellerOrderStatus.GivenBack,
    ];

    private IReadOnlyDictionary<SellerOrderStatus, int> _counts = new Dictionary<SellerOrderStatus, int>();

    public ArtisanOrders Orders { get; private set; } = new([], 0, 1, ArtisanOrders.UsualPageSize);

    public MakersAndPhotos Shown { get; private set; } = MakersAndPhotos.None;

    /// <summary>The states that there are orders of, and the one that is looked at, each with how many.</summary>
    public IEnumerable<(SellerOrderStatus? Status, string Name, int Count)> Shelves =>
        InTheirOrder.Where(x => _counts.ContainsKey(x) || x == Status)
            .Select(x => ((SellerOrderStatus?)x, NameOf(x), _counts.GetValueOrDefault(x)))
            .Prepend((null, T("Semua", "All"), _counts.Values.Sum()));

    public int Pages { get; private set; } = 1;

    /// <summary>A page of the status that is looked at.</summary>
    public string Address(int page) => $"/perajin/pesanan?status={Status}&hal={page}";

    /// <summary>Where a form of a part goes, to come back to the page and status where it stood.</summary>
    public string Action(string what, ArtisanOrder order) =>
        $"/perajin/pesanan/{what}?id={order.Id.Value}&status={Status}&hal={PageNumber}";

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

    public Task<IActionResult> OnPostAcceptAsync(Guid id) =>
        Send(id, SellerOrderStatus.Accepted, null, new AcceptSellerOrder(new(id), User.ArtisanId()),
        "Anda sudah menerima pesanan ini. Siapkan barangnya, lalu kirim.",
        "You have accepted the order. Make it ready, then send it.");

    public Task<IActionResult> OnPostRefuseAsync(Guid id, string? reason) => Send(id, SellerOrderStatus.Refused, reason,
        new RefuseSellerOrder(new(id), User.ArtisanId(), reason ?? ""),
        "Pesanan ditolak. Kalau pembeli sudah membayar, uangnya dikembalikan.",
        "Order refused. If the buyer has paid, the money goes back.");

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
        var left = await ArtisanOrders.Count(session, User.ArtisanId(), HttpContext.RequestAborted);
        // A status that is empty now would not show what is to be done next.
        return LocalRedirect(Status is { } status && !left.ContainsKey(status) ? "/perajin/pesanan" : Address(PageNumber));
    }

    /// <summary>There is nothing to do about it any more.</summary>
    public static bool IsFolded(ArtisanOrder order) =>
        order.Status is not (SellerOrderStatus.Received or SellerOrderStatus.Accepted);

    /// <summary>It ended a moment ago, and must not be sent.</summary>
    public bool IsNews(ArtisanOrder order) => order.EndedAt > clock.GetUtcNow() - News;

    private string NameOf(SellerOrderStatus status) => status switch
    {
        SellerOrderStatus.Received => T("Perlu dijawab", "To answer"),
        SellerOrderStatus.Accepted => T("Perlu dikirim", "To send"),
        SellerOrderStatus.Shipped => T("Di jalan", "On the way"),
        SellerOrderStatus.Delivered => T("Selesai", "Done"),
        SellerOrderStatus.Refused => T("Ditolak atau batal", "Refused or cancelled"),
        SellerOrderStatus.GivenBack => T("Uang kembali", "Money back"),
    };

    private async Task Find()
    {
        var (me, stop) = (User.ArtisanId(), HttpContext.RequestAborted);
        _counts = await ArtisanOrders.Count(session, me, stop);
        var listed = Status is { } status ? _counts.GetValueOrDefault(status) : _counts.Values.Sum();
        Pages = Math.Max(1, (listed + ArtisanOrders.UsualPageSize - 1) / ArtisanOrders.UsualPageSize);
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        Orders = await ArtisanOrders.FindUrgent(session, keys, me, Status, PageNumber, stop);
        Shown = await MakersAndPhotos.Of(session, Orders.Items.SelectMany(x => x.Lines).Select(x => x.ProductId), stop);
    }
}
