using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Orders;

/// <summary>Orders that hold goods and are neither paid nor answered.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class HoldsModel(IQuerySession session) : HousePage
{
    public IReadOnlyList<HeldOrderRow> Orders { get; private set; } = [];

    public static string Goods(HeldOrderRow order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return string.Join(", ", order.Lines.Select(x => $"{x.Quantity} × {x.Title}"));
    }

    public string Way(HeldOrderRow order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Method switch
        {
            PaymentMethod.Card => T("Kartu", "Card"),
            PaymentMethod.Transfer => T("Transfer bank", "Bank transfer"),
            PaymentMethod.CashOnDelivery => T("Bayar di tempat", "Cash on delivery"),
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };
    }

    public async Task OnGetAsync() => Orders = await HeldOrders.Find(session, HttpContext.RequestAborted);
}
