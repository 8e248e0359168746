using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>A member puts a product under the group's brand, or back under her own.</summary>
public sealed record ChooseBrand(ProductId ProductId, ArtisanId ArtisanId, bool UnderGroup);

/// <summary>A product and the group that its artisan is in, both locked.</summary>
/// <param name="Group">Null when the artisan is in none.</param>
public sealed record BrandChoice(IEventStream<Product> Product, MakerGroup? Group);

public static class ChooseBrandHandler
{
    public static async Task<BrandChoice> LoadAsync(ChooseBrand command, IDocumentSession session, CancellationToken cancellation)
    {
        // The group is locked first, as by who leaves: no product is put under it while its artisan goes.
        var membership = await session.LoadAsync<GroupMembership>(command.ArtisanId.Value, cancellation);
        var group = membership is null ? null
            : await session.Events.FetchForExclusiveWriting<MakerGroup>(membership.GroupId.Value, cancellation);
        return new(await session.Events.FetchForExclusiveWriting<Product>(command.ProductId.Value, cancellation),
            group?.Aggregate);
    }

    public static Refusal? Validate(ChooseBrand command, BrandChoice choice)
    {
        if (choice.Product.Aggregate is not { } product || product.ArtisanId != command.ArtisanId) return Refusal.Missing();
        return WhyNot(command, choice.Group);
    }

    /// <summary>Why it would be refused, whatever the product.</summary>
    public static Refusal? WhyNot(ChooseBrand command, MakerGroup? group) =>
        command.UnderGroup && group?.Has(command.ArtisanId) != true ? GroupRefusals.NotInGroup : null;

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(ChooseBrand command, BrandChoice choice)
    {
        var before = choice.Product.Aggregate!;
        if (command.UnderGroup == before.Group is not null) return (Written(before), [], []);
        var (chosen, after) = command.UnderGroup ? Under(before, choice.Group!) : Own(before);
        OutgoingMessages told = [.. Offers.Of(after)];
        if (after.Status == ProductStatus.Published) told.Add(new DrawShareCard(after.Id));
        if ((after.Group ?? before.Group) is { } group) told.Add(new DrawGroup(group.Id));
        return (Written(after), [choice.Product.Append(chosen)], told);
    }

    private static (object, Product) Under(Product product, MakerGroup group)
    {
        var put = new ProductPutUnderGroup(group.Id, group.Name, group.Slug);
        return (put, product.Apply(put));
    }

    private static (object, Product) Own(Product product)
    {
        var taken = new ProductTakenFromGroup();
        return (taken, product.Apply(taken));
    }

    private static ProductWritten Written(Product product) => new(product.Id, product.Slug, product.Status, product.Edition);
}
