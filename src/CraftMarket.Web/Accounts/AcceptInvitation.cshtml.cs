using CraftMarket.Kernel.Facts;
using CraftMarket.People.Joining;
using CraftMarket.Web.Access;
using CraftMarket.Web.Consents;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Accounts;

/// <summary>Where an invited person chooses a password and what they agree to.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AcceptInvitationModel(Invitations invitations, SignInFlow signIn) : HousePage
{
    public InvitationCard? Card { get; private set; }

    [BindProperty] public List<string> Consents { get; set; } = [];

    public string Version => Purposes.CurrentVersion;

    /// <summary>What may be left out and taken back. What the shop shows is no such thing: it is part of selling here (decision
    /// 0016).</summary>
    public IEnumerable<AskedConsent> Asked => AskedConsent.Of(ConsentRegister.Of(default), null)
        .Where(x => x.Purpose is ConsentPurpose.Income or ConsentPurpose.Training);

    public async Task<IActionResult> OnGetAsync(string token)
    {
        await Peek(token);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, string? password, string? again)
    {
        await Peek(token);
        if (Card is null) return Again();
        var answer = await invitations.Accept(token, password, again ?? "", Consents, HttpContext.RequestAborted);
        if (answer is not InvitationAccepted accepted)
        {
            Show((Refusal)answer);
            return Again();
        }

        await signIn.SignIn(HttpContext, accepted);
        Notice($"Akun Anda sudah jadi. Lain kali masuk dengan nomor HP atau e-mail Anda ({Card.LoginHint}) dan kata sandi yang "
            + $"baru Anda buat.",
            $"Your account is ready. Next time sign in with your number or e-mail ({Card.LoginHint}) and that password.");
        return LocalRedirect("/perajin");
    }

    private async Task Peek(string token)
    {
        var answer = await invitations.Peek(token, HttpContext.RequestAborted);
        Card = answer as InvitationCard;
        if (answer is Refusal refusal) Show(refusal);
    }
}
