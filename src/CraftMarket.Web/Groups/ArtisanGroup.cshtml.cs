using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Groups;

/// <summary>The group that the artisan is in, or how to come into one.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class ArtisanGroupModel(IQuerySession session, Dispatch dispatch, FormIds ids) : HousePage
{
    private const string Here = "/perajin/kelompok";

    public MakerGroup? Group { get; private set; }

    public bool Leads => Group?.Leader == Me;

    public IReadOnlyList<GroupMember> Members { get; private set; } = [];

    /// <summary>Who was asked and has not answered.</summary>
    public IReadOnlyList<GroupMember> Invited { get; private set; } = [];

    /// <summary>To join by; null while there is none.</summary>
    public string? Code { get; private set; }

    /// <summary>The groups that asked the artisan to join.</summary>
    public IReadOnlyList<MakerGroup> Asking { get; private set; } = [];

    /// <summary>The id that a group founded from this form will have, however often it is sent.</summary>
    public FormId<GroupId> NewGroup { get; private set; }

    public string? Name { get; private set; }

    public string? Shop { get; private set; }

    /// <summary>The code as it was typed.</summary>
    public string? Typed { get; private set; }

    private ArtisanId Me => User.ArtisanId();

    public Task OnGetAsync() => Look();

    public Task<IActionResult> OnPostFoundAsync(FormId<GroupId> id, string? name)
    {
        (NewGroup, Name) = (id, name);
        return Do(new FoundGroup(id.Id, Me, name?.Trim() ?? ""), "Kelompok berdiri. Ajak perajin lain di desa Anda.",
            "The group is founded. Ask others of your village in.");
    }

    public Task<IActionResult> OnPostJoinAsync(Guid? group, string? code)
    {
        Typed = code;
        return Do(new JoinGroup(Me, group is { } id ? new(id) : null, code), "Anda sekarang anggota kelompok ini.",
            "You are a member of this group now.");
    }

    public Task<IActionResult> OnPostDeclineAsync(Guid group) =>
        Do(new DeclineGroup(new(group), Me), "Undangan ditolak.", "Invitation declined.");

    /// <param name="shop">The name in the shop's address, or the whole address.</param>
    public Task<IActionResult> OnPostInviteAsync(string? shop)
    {
        Shop = shop;
        var slug = shop?.Trim().TrimEnd('/').Split('/')[^1].Split('?')[0] ?? "";
        return InGroup(x => new InviteToGroup(x.Id, Me, slug), "Undangan dikirim. Ia menjadi anggota kalau menerimanya.",
            "Invited. She is a member once she accepts.");
    }

    public Task<IActionResult> OnPostCodeAsync() =>
        InGroup(x => new RenewGroupCode(x.Id, Me, GroupCode.New()), "Ini kode yang baru. Yang lama tidak berlaku lagi.",
            "This is the new code. The old one no longer works.");

    public Task<IActionResult> OnPostRemoveAsync(Guid member) =>
        InGroup(x => new RemoveMember(x.Id, Me, new(member)), "Anggota dikeluarkan. Barangnya kembali ke mereknya sendiri.",
            "Taken out. Her goods are under her own brand again.");

    public Task<IActionResult> OnPostLeaveAsync() =>
        InGroup(x => new LeaveGroup(x.Id, Me), "Anda sudah keluar. Barang Anda kembali ke merek Anda sendiri.",
            "You have left. Your goods are under your own brand again.");

    private async Task<IActionResult> InGroup(Func<MakerGroup, object> command, string indonesian, string english) =>
        await session.GroupOf(Me, HttpContext.RequestAborted) is { } group ? await Do(command(group), indonesian, english)
            : LocalRedirect(Here);

    private async Task<IActionResult> Do(object command, string indonesian, string english)
    {
        if (await dispatch.Send(command) is Refusal refusal)
        {
            Show(refusal);
            await Look();
            return Again();
        }

        Notice(indonesian, english);
        return LocalRedirect(Here);
    }

    private async Task Look()
    {
        var stop = HttpContext.RequestAborted;
        Group = await session.GroupOf(Me, stop);
        if (Group is null)
        {
            if (NewGroup.Sealed is null) NewGroup = ids.New<GroupId>();
            Asking = await session.GroupsThatInvited(Me, stop);
            return;
        }

        Members = await session.MembersOf(Group.Members, stop);
        if (!Leads) return;
        Invited = await session.MembersOf(Group.Invited, stop);
        Code = (await session.LoadAsync<GroupCode>(Group.Id.Value, stop))?.Code;
    }
}
