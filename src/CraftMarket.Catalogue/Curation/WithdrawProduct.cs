using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Takes a product out of the shop window or the curator's queue; it can be submitted again.</summary>
public sealed record WithdrawProduct(ProductId ProductId, ArtisanId ArtisanId);

public static class WithdrawProductHandler
{
    public static Refusal? Validate(WithdrawProduct command, Product product) =>
        product.ArtisanId == command.ArtisanId ? null : Refusal.Missing();

    public static (Answer, Events, OutgoingMessages) Handle(WithdrawProduct command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, DateTimeOffset now)
    {
        if (product.Status is not (ProductStatus.Published or ProductStatus.Submitted)) return (Done.Instance, [], []);
        var withdrawn = new ProductWithdrawn(now);
        return (Done.Instance, [withdrawn, .. Offers.Changed(product, product.Apply(withdrawn))],
            [new DrawShop(product.ArtisanId)]);
    }
}
