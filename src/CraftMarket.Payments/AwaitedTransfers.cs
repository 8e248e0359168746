using Marten;

namespace CraftMarket.Payments;

/// <summary>Orders that wait for a bank transfer, whose hold ends soonest first.</summary>
public static class AwaitedTransfers
{
    public static Task<IReadOnlyList<Payment>> Run(IQuerySession session, CancellationToken cancellation) => session.QueryAsync<Payment>(
        "where data ->> 'Method' = 'transfer' and data ->> 'Status' = 'pending' order by data ->> 'HeldUntil' limit 500", cancellation);

}
