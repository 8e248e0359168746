using CraftMarket.Ordering;
using CraftMarket.Web.Composition;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Market;

/// <summary>Shows the buyer what ends and what goes back, before anything is cancelled.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PembatalanModel(IQuerySession session, IKeyStore keys, Dispatch dispatch) : HousePage
{
    public BuyerOrder Order { get; private set; } = null!;

    /// <summary>What is not sent yet.</summary>
    public IReadOnlyList<BuyerPart> Ending => [.. Order.Parts.Where(x => x.Status is null || x.IsUnsent)];

    /// <summary>Some of it is on its way or arrived.</summary>
    public bool Staying => Order.Parts.Any(x => x.Status is SellerOrderStatus.Shipped or SellerOrderStatus.Delivered);

    /// <summary>What was paid for what ends.</summary>
    public Rupiah Back => Order.PaidAt is null ? Rupiah.Zero : Ending.Sum(x => x.Total - x.Refunded);

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
        if (await dispatch.Send(new CancelOrder(Order.Id, key)) is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        Notice("Sudah dibatalkan.", "It is cancelled.");
        return LocalRedirect(BackTo);
    }

    private async Task<bool> Find(Guid id, string? key)
    {
        if (await FindOrder.ByKey(session, keys, new(id), key, HttpContext.RequestAborted) is not { } order) return false;
        (Order, BackTo) = (order, $"/pesanan/{id}?key={Uri.EscapeDataString(key!)}");
        return true;
    }
}
