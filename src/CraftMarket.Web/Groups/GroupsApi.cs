using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Idempotency;
using Marten;

namespace CraftMarket.Web.Groups;

/// <summary>Groups of artisans: founding one, asking others in, joining, leaving.</summary>
internal static class GroupsApi
{
    public static void MapGroups(this IEndpointRouteBuilder api)
    {
        api.MapGet("/groups/{idOrSlug}", Show).AllowAnonymous().WithName("group")
            .WithSummary("A group of artisans by id or slug: brand, village, members.").Produces<GroupReply>()
                .ProducesProblem(404);
        api.MapPost("/groups", Found).RequireAuthorization(Policies.Artisan).WithName("foundGroup")
            .WithSummary("Founds a group in one's own village and makes one its first member.")
                .Produces<OwnGroup>(StatusCodes.Status201Created)
            .ProducesProblem(409).ProducesProblem(422);
        api.MapGet("/artisans/me/group", Own).RequireAuthorization(Policies.Artisan).WithName("ownGroup")
            .WithSummary("The group that one is in; its leader sees whom it invited and the code to join by.")
                .Produces<OwnGroup>().ProducesProblem(404);
        api.MapPost("/artisans/me/group", Join).RequireAuthorization(Policies.Artisan).WithName("joinGroup")
            .WithSummary("Joins a group of one's village that invited one, or whose code one was told.").Produces<OwnGroup>()
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapDelete("/artisans/me/group", Leave).RequireAuthorization(Policies.Artisan).WithName("leaveGroup")
            .WithSummary("Leaves the group; one's products are under one's own brand again at once.")
                .Produces(StatusCodes.Status204NoContent).ProducesProblem(404);
        api.MapGet("/artisans/me/group-invitations", Invitations).RequireAuthorization(Policies.Artisan)
            .WithName("groupInvitations")
            .WithSummary("The groups that asked one to join.").Produces<InvitationList>();
        api.MapDelete("/artisans/me/group-invitations/{group:guid}", Decline).RequireAuthorization(Policies.Artisan)
            .WithName("declineGroup")
            .WithSummary("Does not join a group that asked.").Produces(StatusCodes.Status204NoContent);
        api.MapPost("/artisans/me/group/invitations", Invite).RequireAuthorization(Policies.Artisan).WithName("inviteToGroup")
            .WithSummary("Asks another artisan of the village to join, by the name in the address of her shop. Only the leader "
                + "may.").Produces<OwnGroup>()
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        api.MapPost("/artisans/me/group/code", Renew).RequireAuthorization(Policies.Artisan).WithName("renewGroupCode")
            .WithSummary("Makes a new code to join by; the old one leads nowhere then. Only the leader may.").Produces<OwnGroup>()
            .ProducesProblem(403).ProducesProblem(404);
        api.MapDelete("/artisans/me/group/members/{artisan:guid}", Remove).RequireAuthorization(Policies.Artisan)
            .WithName("removeMember")
            .WithSummary("Takes a member out of the group. Only the leader may.").Produces(StatusCodes.Status204NoContent)
                .ProducesProblem(403).ProducesProblem(404);
    }

    private static async Task<IResult> Show(HttpContext http, string idOrSlug, IQuerySession session) =>
        await session.GroupBySlug(idOrSlug, http.RequestAborted) is { Group.Ended: false } front
            ? Results.Ok(GroupReply.Of(front)) : Refusal.Missing().Problem(http);

    private static async Task<IResult> Found(HttpContext http, FoundRequest request, Dispatch dispatch, IQuerySession session)
    {
        var answer = await dispatch.Send(new FoundGroup(http.NewId<GroupId>(), http.User.ArtisanId(), request.Name?.Trim()
            ?? ""));
        if (answer is not GroupWritten written) return answer.Reply(http, () => Results.NoContent());
        return Results.Created($"/api/v1/groups/{written.GroupId.Value}", await OwnGroup.Of(session, http));
    }

    private static async Task<IResult> Own(HttpContext http, IQuerySession session) =>
        await OwnGroup.Of(session, http) is { } own ? Results.Ok(own) : Refusal.Missing().Problem(http);

    private static async Task<IResult> Join(HttpContext http, JoinRequest request, Dispatch dispatch, IQuerySession session)
    {
        var answer = await dispatch.Send(new JoinGroup(http.User.ArtisanId(), request.GroupId is { } group ? new(group) : null,
            request.Code));
        return answer is Refusal refusal ? refusal.Problem(http) : await Own(http, session);
    }

    private static Task<IResult> Leave(HttpContext http, Dispatch dispatch, IQuerySession session) =>
        Parted(http, x => new LeaveGroup(x.Id, http.User.ArtisanId()), dispatch, session);

    private static async Task<IResult> Invitations(HttpContext http, IQuerySession session)
    {
        var groups = await session.GroupsThatInvited(http.User.ArtisanId(), http.RequestAborted);
        return Results.Ok(new InvitationList([.. groups.Select(x =>
            new InvitationReply(x.Id.Value, x.Name, x.Slug, x.Members.Count))], groups.Count, 1, Math.Max(1, groups.Count)));
    }

    private static async Task<IResult> Decline(HttpContext http, Guid group, Dispatch dispatch) =>
        (await dispatch.Send(new DeclineGroup(new(group), http.User.ArtisanId()))).Reply(http, () => Results.NoContent());

    private static async Task<IResult> Invite(HttpContext http, InviteRequest request, Dispatch dispatch, IQuerySession session)
    {
        if (await session.GroupOf(http.User.ArtisanId(), http.RequestAborted) is not { } group)
            return Refusal.Missing().Problem(http);
        var answer = await dispatch.Send(new InviteToGroup(group.Id, http.User.ArtisanId(), request.Shop?.Trim() ?? ""));
        return answer is Refusal refusal ? refusal.Problem(http) : await Own(http, session);
    }

    private static async Task<IResult> Renew(HttpContext http, Dispatch dispatch, IQuerySession session)
    {
        if (await session.GroupOf(http.User.ArtisanId(), http.RequestAborted) is not { } group)
            return Refusal.Missing().Problem(http);
        var answer = await dispatch.Send(new RenewGroupCode(group.Id, http.User.ArtisanId(), GroupCode.New()));
        return answer is Refusal refusal ? refusal.Problem(http) : await Own(http, session);
    }

    private static Task<IResult> Remove(HttpContext http, Guid artisan, Dispatch dispatch, IQuerySession session) =>
        Parted(http, x => new RemoveMember(x.Id, http.User.ArtisanId(), new(artisan)), dispatch, session);

    private static async Task<IResult> Parted(HttpContext http, Func<MakerGroup, object> command, Dispatch dispatch,
        IQuerySession session)
    {
        if (await session.GroupOf(http.User.ArtisanId(), http.RequestAborted) is not { } group)
            return Refusal.Missing().Problem(http);
        return (await dispatch.Send(command(group))).Reply(http, () => Results.NoContent());
    }

    internal sealed record FoundRequest(string? Name);
    internal sealed record JoinRequest(Guid? GroupId, string? Code);
    internal sealed record InviteRequest(string? Shop);
    internal sealed record InvitationList(IReadOnlyList<InvitationReply> Items, int Total, int Page, int PageSize);
    internal sealed record InvitationReply(Guid GroupId, string Name, string Slug, int Members);
}
