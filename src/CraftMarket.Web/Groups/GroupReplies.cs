using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using Marten;

namespace CraftMarket.Web.Groups;

/// <summary>A member of a group.</summary>
/// <param name="Slug">Her shop's name in its address; null while her brand has no name.</param>
internal sealed record MemberReply(Guid ArtisanId, string Name, string? Slug)
{
    public static IReadOnlyList<MemberReply> Of(IEnumerable<GroupMember> members) =>
        [.. members.Select(x => new MemberReply(x.Id.Value, x.Name, x.Slug))];
}

/// <summary>A group as everybody may see it.</summary>
internal sealed record GroupReply(Guid Id, string Name, string Slug, CardVillage Village, string? Story, string? StoryEnglish,
    string? Tagline, string? Colour,
    string? Accent, IReadOnlyList<Rendition> Logo, string? Banner, string? ShareCard, string? ShareSquare,
    IReadOnlyList<MemberReply> Members)
{
    public static GroupReply Of(GroupFront front)
    {
        var (group, brand) = (front.Group, front.Group.Brand);
        return new(group.Id.Value, group.Name, group.Slug, CardVillage.Of(group.Village), brand.Story, brand.StoryEnglish,
            brand.Tagline, brand.Colour, brand.Accent,
            front.Logo, front.Pictures?.Banner, front.Pictures?.Card, front.Pictures?.Square, MemberReply.Of(front.Members));
    }
}

/// <summary>A group as its members see it.</summary>
/// <param name="Leads">Whether the one who asks may change the brand, invite and take out.</param>
/// <param name="Invited">Who was asked and has not answered; the leader sees it.</param>
/// <param name="Code">To join by; the leader sees it, null while there is none.</param>
internal sealed record OwnGroup(Guid Id, string Name, string Slug, CardVillage Village, bool Leads,
    IReadOnlyList<MemberReply> Members, IReadOnlyList<MemberReply> Invited, string? Code)
{
    /// <summary>Null for who is in none.</summary>
    public static async Task<OwnGroup?> Of(IQuerySession session, HttpContext http)
    {
        var (me, stop) = (http.User.ArtisanId(), http.RequestAborted);
        if (await session.GroupOf(me, stop) is not { } group) return null;
        var leads = group.Leader == me;
        return new(group.Id.Value, group.Name, group.Slug, CardVillage.Of(group.Village), leads,
            MemberReply.Of(await session.MembersOf(group.Members, stop)),
            leads ? MemberReply.Of(await session.MembersOf(group.Invited, stop)) : [],
            leads ? (await session.LoadAsync<GroupCode>(group.Id.Value, stop))?.Code : null);
    }
}
