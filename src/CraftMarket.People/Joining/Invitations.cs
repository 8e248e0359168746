using CraftMarket.Kernel.Facts;
using CraftMarket.People.Accounts;
using CraftMarket.People.Persons;
using Marten;

namespace CraftMarket.People.Joining;

/// <summary>What the page of an invitation shows before anything is typed.</summary>
/// <param name="FirstName">How to greet the invited person.</param>
/// <param name="LoginHint">The end of the phone number or e-mail address that will be the login, such as <c>…1101</c>.</param>
public sealed record InvitationCard(string FirstName, string LoginHint) : Answer;

/// <summary>The invited person can sign in now.</summary>
public sealed record InvitationAccepted(Guid AccountId, ArtisanId ArtisanId, PersonId PersonId) : Answer;

/// <summary>Invitations as the invited person meets them.</summary>
public sealed class Invitations(IDocumentStore store, IKeyStore keys, TimeProvider clock,
    PeopleRules rules)
{
    private static readonly Refusal Invalid =
        new("invalid_invitation",
        new("Undangan ini tidak berlaku lagi. Minta undangan baru kepada pendamping atau kantor CraftMarket.",
        "This invitation is no longer valid. Ask your companion for a new one."), RefusalKind.Missing);

    private static readonly Refusal Used = Refusal.Conflict("used_invitation",
        "Undangan ini sudah dipakai. Silakan masuk dengan kata sandi Anda.",
        "This invitation has been used. Sign in with your password.");

    /// <returns><see cref="InvitationCard"/>, or the refusal <c>invalid_invitation</c> or <c>used_invitation</c>.</returns>
    public async Task<Answer> Peek(string token, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        var (refusal, _, name, login) = await FindAsync(session, token, cancellation);
        return refusal ?? (Answer)new InvitationCard(Greeting.FirstName(name!), Hint(login!));
    }

    /// <summary>Sets the password, opens the account, records and tells the consents and uses the invitation up: all of it or
    /// nothing.</summary>
    /// <param name="again">The password once more; null where it is typed once.</param>
    /// <returns><see cref="InvitationAccepted"/>, or a refusal.</returns>
    public async Task<Answer> Accept(string token, string? password, string? again, IReadOnlyCollection<string?>? consents,
        CancellationToken cancellation = default)
    {
        await using var session = store.LightweightSession();
        await session.BeginTransactionAsync(cancellation);
        var (refusal, found, name, plain) = await FindAsync(session, token, cancellation);
        if (refusal is not null) return refusal;
        var invitation = found!;
        var login = Login.TryParse(plain, out var parsed) ? parsed : throw new InvalidOperationException();
        if (Refusals.Of(Password.Check(password, login, rules, name!), Password.Differs(password, again),
            CheckConsents(consents)) is { } wrong) return wrong;
        var account = Open(invitation, login, password!);
        // Of two who follow the link at once, the second waits here for the first and then finds the account there.
        var added = await AccountBook.AddAsync(session.Connection!, account, cancellation);
        if (added != AddOutcome.Added) return added == AddOutcome.Stood ? Used : MakeInvitationHandler.LoginTaken;
        session.LastModifiedBy = account.Id.ToString();
        session.Store(invitation with { UsedAt = clock.GetUtcNow() });
        var register = await session.Events.FetchForWriting<ConsentRegister>(ConsentRegister.StreamOf(invitation.PersonId),
            cancellation);
        register.Append([.. Given(invitation.PersonId, consents)]).Execute(session);
        await session.SaveChangesAsync(cancellation);
        return new InvitationAccepted(account.Id, invitation.Id, invitation.PersonId);
    }

    /// <summary>The invitation with the name and the login of who is invited.</summary>
    private async Task<(Refusal?, Invitation?, string?, string?)> FindAsync(IQuerySession session, string token,
        CancellationToken cancellation)
    {
        var hash = Invitation.HashOf(token);
        var invitation = await session.Query<Invitation>().SingleOrDefaultAsync(x => x.TokenHash == hash, cancellation);
        if (invitation is { UsedAt: not null }) return (Used, null, null, null);
        if (invitation is null || !invitation.IsOpen(clock.GetUtcNow())) return (Invalid, null, null, null);
        var file = await session.LoadAsync<PersonFile>((object)invitation.PersonId, cancellation);
        if (file is null) return (Invalid, null, null, null);
        var atHand = await keys.TakeAsync(session, [file.Id], cancellation);
        return file.Read(atHand)?.Name is { } name && atHand.Open<string>(file.Id, invitation.Login, file.Key) is { } login
            ? (null, invitation, name, login)
            : (Invalid, null, null, null);
    }

    private static Account Open(Invitation invitation, Login login, string password)
    {
        var account = Account.For(NewId.For("artisan-account", invitation.Id.Value.ToString()), login, Account.ArtisanRole);
        (account.ArtisanId, account.PersonId) = (invitation.Id, invitation.PersonId);
        account.PasswordHash = AccountBook.Hash(account, password);
        return account;
    }

    private static Refusal? CheckConsents(IReadOnlyCollection<string?>? consents) => consents is null
        || (consents.Count <= 20 && consents.All(Purposes.IsPurpose))
        ? null
        : Refusal.Invalid("invalid_consent", "Daftar persetujuan tidak dikenali.", "The list of consents is not understood.",
            "consents");

    private static IEnumerable<object> Given(PersonId person, IReadOnlyCollection<string?>? consents) =>
        (consents ?? []).OfType<string>().Prepend(Purposes.Account).Distinct()
            .Select(purpose => new ConsentGiven(person, purpose, Purposes.CurrentVersion));

    private static string Hint(string login) => Login.TryParse(login, out var parsed) ? parsed.Hint
        : throw new InvalidOperationException();
}
