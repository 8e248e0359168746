using CraftMarket.Ordering;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Payments;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Orders;

/// <summary>Shows the buyer what ends and what goes back, before anything is cancelled.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CancelOrderModel(IServiceProvider services, IQuerySession session, IKeyStore keys, Dispatch dispatch)
    : HousePage
{
    /// <summary>What that which ends costs, as the buyer had it before their eyes.</summary>
    [BindProperty] public long? SeenTotal { get; set; }

    /// <summary>What they read to get back.</summary>
    [BindProperty] public long? SeenBack { get; set; }

    public BuyerOrder Order { get; private set; } = null!;

    /// <summary>What is not sent yet.</summary>
    public IReadOnlyList<BuyerPart> Ending => [.. Order.Parts.Where(x => x.Status is null || x.IsUnsent)];

    public Rupiah Total => Ending.Sum(x => x.Total - x.Refunded);

    /// <summary>Some of it is on its way or arrived.</summary>
    public bool Staying => Order.Parts.Any(x => x.Status is SellerOrderStatus.Shipped or SellerOrderStatus.Delivered);

    /// <summary>What was transferred, when that is not just the order's amount: it pays nothing, and the office gives it
    /// back.</summary>
    public Rupiah Came { get; private set; }

    /// <summary>What was paid for what ends, or came without paying it.</summary>
    public Rupiah Back => Order.PaidAt is null ? Came : Total;

    public string BackTo { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, string? key)
    {
        if (!await Find(id, key)) return NotFound();
        // The page was kept from before: what it asks about is over.
        return Order.CanBeCancelled ? Page() : LocalRedirect(BackTo);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? key)
    {
        if (!await Find(id, key)) return NotFound();
        // What was sent, paid or given back meanwhile changes what the buyer agrees to.
        if (Order.CanBeCancelled && (SeenTotal, SeenBack) != (Total.Amount, Back.Amount))
        {
            Wrong("", "Ada yang baru saja berubah. Lihat lagi apa yang batal. Kalau cocok, tekan “Ya, batalkan”.",
                "Something has just changed. Look again at what is cancelled. If you agree, press “Yes, cancel it”.");
            return Again();
        }

        if (await dispatch.Send(new CancelOrder(Order.Id, key)) is Refusal refusal) Notice(refusal);
        else Notice("Sudah dibatalkan.", "It is cancelled.");
        return LocalRedirect(BackTo);
    }

    private async Task<bool> Find(Guid id, string? key)
    {
        if (await FindOrder.ByKey(session, keys, new(id), key, HttpContext.RequestAborted) is not { } order) return false;
        (Order, BackTo) = (order, $"/pesanan/{id}?key={Uri.EscapeDataString(key!)}");
        var payment = await services.GetRequiredService<OrderPayments>().Of(order.Id, order.Method, HttpContext.RequestAborted);
        Came = payment.Transferred?.Received ?? Rupiah.Zero;
        return true;
    }
}
