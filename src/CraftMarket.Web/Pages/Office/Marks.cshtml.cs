using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Pages.Office;

/// <summary>Who asks for a village mark, longest waiting first; who uses one; who was refused or lost it.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class MarksModel(IQuerySession session) : HousePage
{
    public IReadOnlyList<(MarkStatus Status, string Title, IReadOnlyList<MarkEntry> Entries)> Shelves { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var shelves = new List<(MarkStatus, string, IReadOnlyList<MarkEntry>)>();
        foreach (var (status, title) in new[]
        {
            (MarkStatus.Waiting, T("Menunggu jawaban", "Waiting for an answer")), (MarkStatus.Given, T("Memakai tanda", "Using the mark")),
            (MarkStatus.Refused, T("Ditolak", "Refused")), (MarkStatus.Withdrawn, T("Dicabut", "Taken back")),
        }) shelves.Add((status, title, await session.MarkUses(status, HttpContext.RequestAborted)));
        Shelves = shelves;
    }
}
