using CraftMarket.Payments;
using CraftMarket.Web.Access;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Pages.Office;

/// <summary>Orders whose bank transfer the office has not seen yet.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class TransfersModel(IQuerySession session) : HousePage
{
    public IReadOnlyList<Payment> Waiting { get; private set; } = [];

    /// <summary>The code that the buyer was asked to write in the transfer's message.</summary>
    public static string CodeOf(OrderId order) => order.Value.ToString("N")[^8..].ToUpperInvariant();

    public async Task OnGetAsync() => Waiting = await AwaitedTransfers.Run(session, HttpContext.RequestAborted);
}
