using CraftMarket.People.Persons;
using CraftMarket.Training;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Batches;

/// <summary>One batch: its seats and everybody who has one.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class BatchModel(IQuerySession session, IKeyStore keys) : HousePage
{
    private IReadOnlyDictionary<PersonId, string> _names = new Dictionary<PersonId, string>();

    public BatchSheet Sheet { get; private set; } = null!;

    public string NameOf(PersonId person) => _names.GetValueOrDefault(person) ?? FieldWords.Erased.In(Lang);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await FindBatch.Run(session, new(id), HttpContext.RequestAborted) is not { } sheet) return NotFound();
        Sheet = sheet;
        _names = await PersonNames.Of(session, keys, [.. sheet.Trainees.Select(x => x.PersonId)], HttpContext.RequestAborted);
        return Page();
    }
}
