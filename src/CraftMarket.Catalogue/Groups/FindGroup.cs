using System.Security.Cryptography;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Which group an artisan is in: one at a time.</summary>
/// <param name="Id">The artisan.</param>
public sealed record GroupMembership(Guid Id, GroupId GroupId);

/// <summary>A name in a group's address and whose it is, for ever.</summary>
/// <param name="Id">The name in the address, such as <c>penenun-pemban-aji</c>.</param>
public sealed record GroupAddress(string Id, GroupId GroupId);

/// <summary>The code by which an artisan of the village may join without being asked by name; a new one takes the place of the
/// old.</summary>
/// <param name="Id">The group.</param>
public sealed record GroupCode(Guid Id, string Code)
{
    // No letters that are taken for digits when a code is read out.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Eight letters that nobody guesses.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, 8);

    /// <summary>A code as somebody typed it, without spaces, dashes and small letters.</summary>
    public static string Read(string typed) => string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>Finds groups.</summary>
public static class FindGroup
{
    /// <summary>The group that an artisan is in; null when there is none.</summary>
    public static async Task<MakerGroup?> GroupOf(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        await session.LoadAsync<GroupMembership>(artisan.Value, cancellation) is { } membership
            ? await session.LoadAsync<MakerGroup>(membership.GroupId, cancellation)
            : null;

    /// <summary>The group under whose brand a product is sold; null when it is sold under the artisan's own.</summary>
    public static async Task<MakerGroup?> GroupOf(this IQuerySession session, Product product, CancellationToken cancellation) =>
        product.Group is { } under ? await session.LoadAsync<MakerGroup>(under.Id, cancellation) : null;

    /// <summary>The groups that asked an artisan to join.</summary>
    public static Task<IReadOnlyList<MakerGroup>> GroupsThatInvited(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        session.QueryAsync<MakerGroup>("where data -> 'Invited' @> to_jsonb(?::text) and data -> 'Members' <> '[]'::jsonb "
            + "order by id", cancellation, artisan.Value.ToString());

    /// <summary>The products of all members under the group's brand, newest first.</summary>
    internal static Task<IReadOnlyList<Product>> ProductsOf(this IQuerySession session, GroupId group,
        CancellationToken cancellation) =>
        session.QueryAsync<Product>($"where id in (select id from {ProductCard.Table} where data -> 'group' ->> 'id' = ?) "
            + "order by id desc", cancellation, group.Value.ToString());

    /// <summary>The brand as the other rooms hear of it.</summary>
    internal static Kernel.Facts.GroupBrandShown Shown(this MakerGroup group, Media.Photo? logo) =>
        new(group.Id, group.Brand.Version, group.Name, group.Brand.Colour, BrandRules.SmallestOf(logo));
}
