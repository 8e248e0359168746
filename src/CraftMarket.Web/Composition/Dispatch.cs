using JasperFx;
using Wolverine;

namespace CraftMarket.Web.Composition;

/// <summary>Sends a command and gives back its answer; a lost race for a stated version is the refusal <c>stale</c>.</summary>
public sealed class Dispatch(IMessageContext bus, IHttpContextAccessor http)
{
    public static readonly Refusal Stale = Refusal.Conflict("stale",
        "Data ini sudah diubah orang lain. Buka lagi halaman ini, lalu coba lagi.",
        "Somebody changed this meanwhile. Open this page again and retry.");

    public async Task<Answer> Send(object command)
    {
        if (EmptyIds.In(command)) return Refusal.Missing();
        bus.UserName = http.HttpContext?.User.Identity?.Name;
        try
        {
            return await bus.InvokeAsync<Answer?>(command, http.HttpContext?.RequestAborted ?? default) ?? Refusal.Missing();
        }
        catch (ConcurrencyException)
        {
            return Stale;
        }
    }
}
