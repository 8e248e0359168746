using CraftMarket.Payments;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Payments;

/// <summary>Orders whose bank transfer the office has not seen yet or came in another amount, and money that is to go back to
/// buyers.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class TransfersModel(IQuerySession session, TimeProvider clock) : HousePage
{
    public IReadOnlyList<Payment> Waiting { get; private set; } = [];

    /// <summary>What is not with its buyer yet.</summary>
    public IReadOnlyList<RefundItem> Refunds { get; private set; } = [];

    /// <summary>For how long something has been waiting.</summary>
    public string Age(DateOnly since)
    {
        var days = Math.Max(0, LocalMonth.DayOf(clock.GetUtcNow()).DayNumber - since.DayNumber);
        return days == 0 ? T("sejak hari ini", "since today") : T($"sudah {days} hari", $"for {days} days");
    }

    /// <summary>The code that the buyer was asked to write in the transfer's message.</summary>
    public static string CodeOf(OrderId order) => order.Value.ToString("N")[^8..].ToUpperInvariant();

    public async Task OnGetAsync()
    {
        Waiting = await AwaitedTransfers.Run(session, HttpContext.RequestAborted);
        Refunds = await ListRefunds.Open(session, clock.GetUtcNow(), HttpContext.RequestAborted);
    }
}
