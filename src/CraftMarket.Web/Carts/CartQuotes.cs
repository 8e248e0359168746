using CraftMarket.Ordering;
using Marten;

namespace CraftMarket.Web.Carts;

/// <summary>A cart as Ordering prices it.</summary>
internal static class CartQuotes
{
    public static Task<CartQuote> Quote(this Cart cart, IQuerySession session, RegionCode? to, DateTimeOffset now,
        CancellationToken cancellation) =>
        QuoteCart.For(session, [.. cart.Lines.Select(x => x.Wish)], to, now, cancellation);
}
