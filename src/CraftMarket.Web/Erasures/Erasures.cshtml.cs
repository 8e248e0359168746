using CraftMarket.Ordering;
using CraftMarket.People.Erasing;
using CraftMarket.People.Persons;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Erasures;

/// <summary>Requests to erase somebody's data, for the second pair of eyes.</summary>
[Authorize(Policy = Policies.OperatorOrStaff)]
public sealed class ErasuresModel(Dispatch dispatch, IQuerySession session, IKeyStore keys, TimeProvider clock) : HousePage
{
    private IReadOnlyDictionary<PersonId, string> _names = new Dictionary<PersonId, string>();
    private Dictionary<Guid, string?> _numbers = [];

    public ErasureList List { get; private set; } = null!;

    public bool IsMine(ErasureRow row) => row.AskedBy == User.AccountId();

    /// <summary>Whose data: the person's name while there is one, or the order's number.</summary>
    public string About(ErasureRow row) => row.OrderId is { } order
        ? T($"Pembeli pesanan {_numbers.GetValueOrDefault(order) ?? ""}",
            $"Buyer of order {_numbers.GetValueOrDefault(order) ?? ""}").Trim()
        : _names.GetValueOrDefault(new(row.ParticipantId!.Value)) ?? FieldWords.Erased.In(Lang);

    public Task OnGetAsync([FromQuery(Name = "page")] int number = 1) => Load(number);

    public async Task<IActionResult> OnPostAsync(Guid id, bool agree)
    {
        object command = agree ? await session.Agreement(new(id), User, HttpContext.RequestAborted)
            : new DeclineErasure(new(id), User.AccountId());
        if (await dispatch.Send(command) is Refusal refusal)
        {
            if (refusal.Kind == RefusalKind.Missing) return NotFound();
            Show(refusal);
            await Load(1);
            return Again();
        }

        if (agree) Notice("Disetujui. Datanya dihapus.", "Agreed. The data are erased.");
        else Notice("Tidak jadi. Datanya tetap.", "Declined. The data stay.");
        return LocalRedirect("/kantor/penghapusan");
    }

    private async Task Load(int number)
    {
        var stop = HttpContext.RequestAborted;
        List = await ListErasures.Run(session, keys, null, number, clock.GetUtcNow(), stop);
        _names = await PersonNames.Of(session, keys,
            [.. List.Items.Where(x => x.ParticipantId is not null).Select(x => new PersonId(x.ParticipantId!.Value))], stop);
        _numbers = (await session.LoadManyAsync<Order>(stop, List.Items.Where(x => x.OrderId is not null)
            .Select(x => x.OrderId!.Value))).ToDictionary(x => x.Uuid, x => x.Number);
    }
}
