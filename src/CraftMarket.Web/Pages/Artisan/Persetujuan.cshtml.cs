using CraftMarket.Catalogue;
using CraftMarket.People.Joining;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Artisan;

/// <summary>What an artisan lets buyers read about them; taken back, it is gone at once.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class PersetujuanModel(Dispatch dispatch, Aftermath aftermath, IQuerySession session) : HousePage
{
    public IReadOnlySet<string> Given { get; private set; } = new HashSet<string>();

    /// <summary>The training that would be named.</summary>
    public string? Training { get; private set; }

    public bool Agrees => Given.Contains(Purposes.Training);

    public async Task OnGetAsync()
    {
        var register = await session.LoadAsync<ConsentRegister>(ConsentRegister.StreamOf(User.PersonId()), HttpContext.RequestAborted);
        Given = (register?.Given.Keys ?? []).ToHashSet();
        Training = await session.TrainingOf(User.PersonId(), HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostAsync(bool given)
    {
        if (await ConsentsApi.Change(dispatch, aftermath, User.PersonId(), Purposes.Training, given, HttpContext.RequestAborted) is Refusal refusal)
        {
            Show(refusal);
            await OnGetAsync();
            return Again();
        }

        if (given) Notice("Terima kasih. Pelatihan Anda tampil di halaman barang Anda.", "Thank you. Your training is shown beside your goods.");
        else Notice("Sudah ditarik. Pelatihan Anda tidak tampil lagi.", "Taken back. Your training is not shown any more.");
        return LocalRedirect("/perajin/persetujuan");
    }
}
