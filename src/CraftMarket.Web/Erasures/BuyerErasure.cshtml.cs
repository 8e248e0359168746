using CraftMarket.Ordering;
using CraftMarket.People.Erasing;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Erasures;

/// <summary>Asks that the data of an order's buyer be erased; somebody else of the office decides.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class BuyerErasureModel(Dispatch dispatch, IQuerySession session, FormIds ids) : HousePage
{
    [BindProperty]
    public FormId<ErasureId> Id { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<ErasureReason> Reasons { get; private set; } = [];

    public Task OnGetAsync()
    {
        Id = ids.New<ErasureId>();
        return Load();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindOrderStanding.ByNumber(session, Number ?? "", HttpContext.RequestAborted) is not { } order)
            Wrong("number", "Nomor pesanan ini tidak ada. Periksa kembali.", "There is no such order number. Check it again.");
        else if (await dispatch.Send(new AskErasure(Id.Id, null, order.OrderId, Reason, Words, User.AccountId(),
            order.UnderWay)) is Refusal refusal)
            Show(refusal);
        else
        {
            Notice("Permintaan dicatat. Orang lain di kantor harus menyetujuinya.",
                "The request is recorded. Somebody else of the office has to agree.");
            return LocalRedirect("/kantor/penghapusan");
        }

        await Load();
        return Again();
    }

    private async Task Load() => Reasons = await ListErasures.Reasons(session, HttpContext.RequestAborted);
}
