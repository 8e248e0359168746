using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Operating;

/// <summary>Work that failed too often; each piece can be tried again.</summary>
[Authorize(Policy = Policies.Operator)]
public sealed class StuckMessagesModel(DeadLetters letters, TimeProvider clock) : HousePage
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public DeadLetterPage Letters { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1) =>
        Letters = await letters.List(number, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await letters.Retry(id, HttpContext.RequestAborted)) return NotFound();
        Notice("Pekerjaan ini sedang dicoba lagi.", "It is being tried again.");
        return LocalRedirect("/operator/pesan-macet");
    }
}
