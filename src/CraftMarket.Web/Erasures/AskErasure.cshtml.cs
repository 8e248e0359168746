using CraftMarket.People.Erasing;
using CraftMarket.People.Persons;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Erasures;

/// <summary>Asks that a participant's data be erased; somebody else of the office decides.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class AskErasureModel(Dispatch dispatch, IDocumentSession session, IKeyStore keys, FormIds ids, TimeProvider clock)
    : HousePage
{
    [BindProperty]
    public FormId<ErasureId> Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Person { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public string Name { get; private set; } = "";
    public IReadOnlyList<ErasureReason> Reasons { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Id = ids.New<ErasureId>();
        return await Load() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await dispatch.Send(new AskErasure(Id.Id, new(Person), null, Reason, Words, User.AccountId())) is Refusal refusal)
        {
            Show(refusal);
            return await Load() ? Again() : NotFound();
        }

        Notice("Permintaan dicatat. Orang lain di kantor harus menyetujuinya.",
            "The request is recorded. Somebody else of the office has to agree.");
        return LocalRedirect("/kantor/penghapusan");
    }

    private async Task<bool> Load()
    {
        Name = (await PersonFiles.ReadAsync(session, keys, new(Person), User.AccountId(), "erasure", clock.GetUtcNow(),
            HttpContext.RequestAborted))?.Name ?? "";
        Reasons = await ListErasures.Reasons(session, HttpContext.RequestAborted);
        return Name.Length > 0;
    }
}
