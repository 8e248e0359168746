using CraftMarket.Notices;
using CraftMarket.People.Accounts;
using CraftMarket.Web.Limits;
using CraftMarket.Web.Pages;
using CraftMarket.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace CraftMarket.Web.Accounts;

/// <summary>Sends a one-time link to one's own mailbox, and says the same whether anybody has the address.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ForgottenPasswordModel(Resets resets, PostOffice office, IMessageBus bus, TimeProvider clock,
    IServiceProvider services) : HousePage
{
    [BindProperty]
    public string? Login { get; set; }

    public bool Asked { get; private set; }
    public bool CanBeSent => office.Reaches(NoticeChannel.Email);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!CanBeSent) return Page();
        if (services.GetRequiredService<RequestLimits>().Refuse(HttpContext, Limited.SignIns) is { } hasty)
            return AgainBecause(hasty);
        if (!People.Accounts.Login.TryParse(Login, out var login) || login.IsPhone)
        {
            Wrong("login", "Tulis alamat e-mail. Untuk nomor HP, hubungi pendamping atau kantor.",
                "Type an e-mail address. For a phone number ask your companion or the office.");
            return Again();
        }

        // As much happens for an address that nobody has, so that neither the answer nor its time tells.
        var account = await resets.HolderOf(login.Value, HttpContext.RequestAborted);
        await bus.PublishAsync(new SendResetLetter(account?.Id ?? Guid.Empty, clock.GetUtcNow(), Lang));
        (Asked, Login) = (true, null);
        ModelState.Clear();
        return Page();
    }
}
