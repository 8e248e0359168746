using CraftMarket.People.Persons;
using CraftMarket.Training;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Batches;

/// <summary>Records who finished a batch; each gets a certificate.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class CompletionModel(Dispatch dispatch, IQuerySession session, IKeyStore keys) : HousePage
{
    [BindProperty]
    public List<Guid> People { get; set; } = [];

    public BatchCard Batch { get; private set; } = null!;
    public IReadOnlyList<PersonChoice> Learning { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(new(id)) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (People.Count == 0) Wrong("", "Pilih paling sedikit satu orang.", "Choose at least one person.");
        else if (await dispatch.Send(new CompleteTraining(new(id), [.. People.Select(x => new PersonId(x))]))
            is AnsweredEach each) await Explain(each.Refused);
        else return NotFound();
        if (ModelState.ErrorCount > 0) return await Load(new(id)) ? Again() : NotFound();
        Notice($"{People.Count} orang lulus dan mendapat sertifikat.",
            People.Count == 1 ? "1 person completed and holds a certificate."
            : $"{People.Count} people completed and hold a certificate.");
        return LocalRedirect($"/kantor/angkatan/{id}");
    }

    private async Task Explain(IReadOnlyDictionary<PersonId, Refusal> refused)
    {
        var names = await PersonNames.Of(session, keys, [.. refused.Keys], HttpContext.RequestAborted);
        foreach (var (person, refusal) in refused)
            ModelState.AddModelError("",
                $"{names.GetValueOrDefault(person) ?? FieldWords.Erased.In(Lang)}: {refusal.Why.In(Lang)}");
    }

    private async Task<bool> Load(BatchId id)
    {
        if (await FindBatch.Run(session, id, HttpContext.RequestAborted) is not { } sheet) return false;
        Batch = sheet.Batch;
        var learning = sheet.Trainees.Where(x => x.CertificateNumber is null).ToList();
        var names = await PersonNames.Of(session, keys, [.. learning.Select(x => x.PersonId)], HttpContext.RequestAborted);
        Learning = [.. learning.Select(x =>
            new PersonChoice(x.PersonId, names.GetValueOrDefault(x.PersonId) ?? FieldWords.Erased.In(Lang),
            Regions.NameOf(x.Village), People.Contains(x.PersonId.Value)))];
        return true;
    }
}
