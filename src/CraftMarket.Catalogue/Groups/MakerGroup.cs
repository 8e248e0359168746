using CraftMarket.Kernel.Facts;
using JasperFx.Events;

namespace CraftMarket.Catalogue;

/// <summary>An artisan founded a group (kelompok) in the village where she makes her goods, and is its first member.</summary>
public sealed record GroupFounded(ArtisanId ArtisanId, string Name, RegionCode Village);

/// <summary>The group's page got the name that it has in its address from now on.</summary>
public sealed record GroupAddressGiven(string Slug);

/// <summary>An artisan was asked to join; a member only when she does.</summary>
public sealed record GroupMemberInvited(ArtisanId ArtisanId);

/// <summary>An artisan who was asked does not want to join.</summary>
public sealed record GroupInvitationDeclined(ArtisanId ArtisanId);

/// <summary>An artisan joined, of her own will.</summary>
public sealed record GroupMemberJoined(ArtisanId ArtisanId);

/// <summary>A member left; the last one who leaves ends the group.</summary>
public sealed record GroupMemberLeft(ArtisanId ArtisanId);

/// <summary>The group's leader took a member out.</summary>
public sealed record GroupMemberRemoved(ArtisanId ArtisanId);

/// <summary>The leader changed the group's brand: its next version.</summary>
/// <param name="Brand">The brand, as an artisan's own is told, and who said so.</param>
public sealed record GroupBrandChanged(BrandChanged Brand);

/// <summary>Artisans of one village who sell some of their goods under one brand. Each stays the seller of her own.</summary>
/// <param name="Members">Who has been in it longest comes first.</param>
/// <param name="Invited">Who was asked and has not answered.</param>
public sealed record MakerGroup(GroupId Id, RegionCode Village, BrandKit Brand, IReadOnlyList<ArtisanId> Members,
    IReadOnlyList<ArtisanId> Invited)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_makergroup";

    /// <summary>Who may change the brand, invite and take out: the founder, and when she has left, who has been in it
    /// longest.</summary>
    public ArtisanId? Leader => Members is [var first, ..] ? first : null;

    /// <summary>Everybody has left; nothing is sold under its brand any more.</summary>
    public bool Ended => Members.Count == 0;

    public string Name => Brand.Name!;

    public string Slug => Brand.Slug!;

    public bool Has(ArtisanId artisan) => Members.Contains(artisan);

    public static MakerGroup Create(IEvent<GroupFounded> e) =>
        new(GroupId.From(e.StreamId), e.Data.Village, BrandKit.Named(e.Data.Name), [e.Data.ArtisanId], []);

    /// <summary>Said by what went before it; it is for those who sell under the brand.</summary>
    public MakerGroup Apply(GroupBrandShown _) => this;

    public MakerGroup Apply(GroupAddressGiven e) => this with { Brand = Brand with { Slug = e.Slug } };

    public MakerGroup Apply(GroupMemberInvited e) => this with { Invited = [.. Invited, e.ArtisanId] };

    public MakerGroup Apply(GroupInvitationDeclined e) => this with { Invited = Without(Invited, e.ArtisanId) };

    public MakerGroup Apply(GroupMemberJoined e) =>
        this with { Members = [.. Members, e.ArtisanId], Invited = Without(Invited, e.ArtisanId) };

    public MakerGroup Apply(GroupMemberLeft e) => this with { Members = Without(Members, e.ArtisanId) };

    public MakerGroup Apply(GroupMemberRemoved e) => this with { Members = Without(Members, e.ArtisanId) };

    public MakerGroup Apply(GroupBrandChanged e) => this with { Brand = Brand.Apply(e.Brand) };

    private static IReadOnlyList<ArtisanId> Without(IReadOnlyList<ArtisanId> artisans, ArtisanId one) =>
        [.. artisans.Where(x => x != one)];
}

/// <summary>The group under whose brand a product is sold.</summary>
/// <param name="Slug">The group's name in addresses.</param>
public sealed record ProductGroup(GroupId Id, string Name, string Slug)
{
    internal static ProductGroup Of(MakerGroup group) => new(group.Id, group.Name, group.Slug);
}
