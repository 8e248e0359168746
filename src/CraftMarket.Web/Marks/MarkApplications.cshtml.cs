using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Marks;

/// <summary>Who asks for a village mark, longest waiting first; who uses one; who was refused or lost it, newest first.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class MarkApplicationsModel(IQuerySession session) : HousePage
{
    public IReadOnlyList<(MarkStatus Status, string Title, MarkPage Page)> Lists { get; private set; } = [];

    /// <param name="status">One status only; null for the first page of each.</param>
    public async Task OnGetAsync(MarkStatus? status, int halaman = 1)
    {
        var lists = new List<(MarkStatus, string, MarkPage)>();
        foreach (var (each, title) in new[]
        {
            (MarkStatus.Waiting, T("Menunggu jawaban", "Waiting for an answer")),
            (MarkStatus.Given, T("Memakai tanda", "Using the mark")),
            (MarkStatus.Refused, T("Ditolak", "Refused")), (MarkStatus.Withdrawn, T("Dicabut", "Taken back")),
        })
            if (status is null || status == each)
                lists.Add((each, title,
                await session.MarkUses(each, status is null ? 1 : halaman, HttpContext.RequestAborted)));

        Lists = lists;
    }
}
