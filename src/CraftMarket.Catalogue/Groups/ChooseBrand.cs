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
        var group = await LockGroupAsync(session, command.ArtisanId, cancellation);
        return new(await session.Events.FetchForExclusiveWriting<Product>(command.ProductId.Value, cancellation), group);
    }

    /// <summary>The artisan's group is locked before the product, as by who leaves: no product is put under it while its artisan
    /// goes. Null when she is in none.</summary>
    public static async Task<MakerGroup?> LockGroupAsync(IDocumentSession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        await session.LoadAsync<GroupMembership>(artisan.Value, cancellation) is { } membership
            ? (await session.Events.FetchForExclusiveWriting<MakerGroup>(membership.GroupId.Value, cancellation)).Aggregate
            : null;

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
        var (after, events, work) = Of(choice.Product.Aggregate!, command.UnderGroup, choice.Group);
        return (ProductWritten.Of(after), events.Count == 0 ? [] : [choice.Product.Append([.. events])], work);
    }

    /// <summary>Puts a product under the group's brand, or back; nothing where it is there already.</summary>
    public static (Product After, IReadOnlyList<object> Events, OutgoingMessages Work) Of(Product before, bool underGroup,
        MakerGroup? group)
    {
        if (underGroup == before.Group is not null) return (before, [], []);
        var (chosen, after) = underGroup ? Under(before, group!) : Own(before);
        OutgoingMessages work = [];
        if (after.Status == ProductStatus.Published) work.Add(new DrawShareCard(after.Id));
        if ((after.Group ?? before.Group) is { } drawn) work.Add(new DrawGroup(drawn.Id));
        return (after, [chosen, .. Offers.Changed(before, after)], work);
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
}
