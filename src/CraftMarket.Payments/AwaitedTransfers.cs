using Marten;

namespace CraftMarket.Payments;

/// <summary>Orders that wait for a bank transfer, and those of which one came in another amount and nobody has decided: these
/// first, then whose hold ends soonest.</summary>
public static class AwaitedTransfers
{
    private static readonly string Awaited = PaymentTerms.Sql(x => x.Method.Money().In == MoneyIn.Statement);

    public static Task<IReadOnlyList<Payment>> Run(IQuerySession session, CancellationToken cancellation) =>
        session.QueryAsync<Payment>(
            $"where data ->> 'Method' = any({Awaited}) and (data ->> 'Status' = 'pending' or (data ->> 'Undecided')::bigint > 0) "
                + "order by coalesce((data ->> 'Undecided')::bigint, 0) = 0, data ->> 'HeldUntil' limit 500", cancellation);
}
