using CraftMarket.Ordering;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using CraftMarket.Workflows;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Orders;

/// <summary>Asks the buyer whether a part is really in hand, and what follows from saying so, before it is recorded.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReceiptModel(IQuerySession session, IKeyStore keys, Dispatch dispatch) : HousePage
{
    public BuyerOrder Order { get; private set; } = null!;

    public BuyerPart Part { get; private set; } = null!;

    /// <summary>By the brand of the day it was ordered; for older orders by the one of today.</summary>
    public string Maker { get; private set; } = "";

    public string Back { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid part, string? key)
    {
        if (!await Find(id, part, key)) return NotFound();
        // The page was kept from before: what it asks about is over.
        return Part.Status == SellerOrderStatus.Shipped ? Page() : LocalRedirect(Back);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid part, string? key)
    {
        if (!await Find(id, part, key)) return NotFound();
        if (await dispatch.Send(new TakeDelivery(Part.Id, key, ByStaff: false)) is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        var (review, reviewIt) = Part.IsGivenBack ? ("", "")
            : (" Anda bisa menulis ulasan di bawah.", " You can write a review below.");
        Notice($"Terima kasih! Sudah dicatat bahwa barang Anda terima.{review}", $"Thank you! Receipt is recorded.{reviewIt}");
        return LocalRedirect(Back);
    }

    private async Task<bool> Find(Guid id, Guid part, string? key)
    {
        if (await FindOrder.ByKey(session, keys, new(id), key, HttpContext.RequestAborted) is not { } order) return false;
        if (order.Parts.FirstOrDefault(x => x.Id == new SellerOrderId(part)) is not { } found) return false;
        (Order, Part, Back) = (order, found, $"/pesanan/{id}?key={Uri.EscapeDataString(key!)}");
        var shown = await MakersAndPhotos.Of(session, found.Lines.Select(x => x.ProductId), HttpContext.RequestAborted);
        Maker = found.Brand?.Name ?? shown.MakerOf(found.ArtisanId, T);
        return true;
    }
}
