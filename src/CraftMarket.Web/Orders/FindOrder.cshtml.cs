using CraftMarket.Notices;
using CraftMarket.Ordering;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Limits;
using CraftMarket.Web.Pages;
using CraftMarket.Workflows;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace CraftMarket.Web.Orders;

/// <summary>For a buyer who lost the link: it goes to the e-mail of the order again. Says the same whether there is such an
/// order.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FindOrderModel(IQuerySession session, IKeyStore keys, IMessageBus bus, PostOffice office,
    ContactDetails contact, IServiceProvider services) : HousePage
{
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Phone { get; set; }

    public bool Asked { get; private set; }

    /// <summary>Whether the house writes letters at all.</summary>
    public bool CanBeSent => office.Reaches(NoticeChannel.Email);

    public HouseContact? Contact => contact.Contact;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!CanBeSent) return Page();
        if (services.GetRequiredService<RequestLimits>().Refuse(HttpContext, Limited.OrderLinks) is { } hasty)
            return AgainBecause(hasty);
        if (OrderBook.LineOf(Number) is null)
            Wrong("number", "Tulis nomor pesanan, misalnya CM-000123.", "Give the order's number, such as CM-000123.");
        if (!PhoneNumber.TryParse(Phone, out var phone))
            Wrong("phone", "Tulis nomor HP yang dipakai saat memesan.", "Give the phone number that you ordered with.");
        if (!ModelState.IsValid) return Again();
        // Whatever was typed, the answer is the same, and a wrong phone takes as long as the right one. That there is such a
        // number is no secret: they follow one another.
        var order = await RememberedOrder.Of(session, keys, Number, phone!, HttpContext.RequestAborted);
        await bus.PublishAsync(new SendOrderLink(order ?? new OrderId(Guid.Empty)));
        (Asked, Number, Phone) = (true, null, null);
        ModelState.Clear();
        return Page();
    }
}
