using CraftMarket.People.Accounts;
using CraftMarket.People.Persons;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.People.Joining;

/// <summary>Makes a one-time link with which a person becomes able to sign in as an artisan. A new link makes the old one
/// worthless.</summary>
/// <param name="Login">The phone number or e-mail address to sign in with.</param>
public sealed record MakeInvitation(ArtisanId ArtisanId, PersonId PersonId, string Login) : Confidential;

/// <summary>The secret part of the link; it is told once and cannot be looked up.</summary>
public sealed record Invited(string Token) : Answer
{
    public override string ToString() => "Invited ****";
}

/// <summary>What inviting depends on.</summary>
/// <param name="LoginTaken">Somebody else signs in, or was invited to, with this phone number or e-mail address.</param>
public sealed record InvitationFacts(PersonFile? File, SubjectKey Key, bool HasAccount, bool LoginTaken, string Token);

public static class MakeInvitationHandler
{
    internal static readonly Refusal LoginTaken = Refusal.Conflict("login_taken",
        "Nomor HP atau e-mail ini sudah dipakai akun lain. Gunakan yang lain.",
        "Another account uses this phone number or e-mail address. Use a different one.") with
    {
        Field = "login",
    };

    public static async Task<InvitationFacts> LoadAsync(MakeInvitation command, IQuerySession session, AccountBook accounts,
        MasterKey master, IKeyStore keys, DateTimeOffset now, CancellationToken cancellation)
    {
        var file = await session.LoadAsync<PersonFile>((object)command.PersonId, cancellation);
        var hasAccount = await accounts.Of(command.ArtisanId, cancellation) is not null
            || await accounts.Of(command.PersonId, cancellation) is not null;
        var key = await keys.OfAsync(session, command.PersonId, cancellation, file?.Key);
        return new(file, key, hasAccount, await IsTaken(command, session, accounts, master, now, cancellation),
            Invitation.NewToken());
    }

    public static Refusal? Validate(MakeInvitation command, InvitationFacts facts)
    {
        if (!Login.TryParse(command.Login, out _))
            return Refusal.Invalid("invalid_login", "Tulis nomor HP atau alamat e-mail untuk masuk.",
                "Write the phone number or e-mail address to sign in with.", "login");
        if (facts.File is null || facts.Key.IsDestroyed) return Refusal.Missing();
        if (facts.HasAccount)
            return Refusal.Conflict("already_artisan", "Orang ini sudah punya akun perajin.",
                "This person already has an artisan account.");
        return facts.LoginTaken ? LoginTaken : null;
    }

    public static (Answer, IEnumerable<IMartenOp>) Handle(MakeInvitation command, InvitationFacts facts, MasterKey master,
        DateTimeOffset now)
    {
        var login = Login.TryParse(command.Login, out var parsed) ? parsed.Value
            : throw new InvalidOperationException("Checked before.");
        return (new Invited(facts.Token),
            [facts.Key.Keep(), MartenOps.Store(new Invitation(command.ArtisanId, command.PersonId, Invitation.HashOf(facts.Token),
            LoginHash(master, login), master.Seal(facts.Key.Wrapped!, login), now + Invitation.Validity))]);
    }

    private static async Task<bool> IsTaken(MakeInvitation command, IQuerySession session, AccountBook accounts, MasterKey master,
        DateTimeOffset now, CancellationToken cancellation)
    {
        if (!Login.TryParse(command.Login, out var login)) return false;
        if (await accounts.HolderOf(login, cancellation) is not null) return true;
        var hash = LoginHash(master, login.Value);
        var others = await session.Query<Invitation>().Where(x => x.LoginHash == hash && x.Id != command.ArtisanId)
            .ToListAsync(cancellation);
        return others.Any(x => x.IsOpen(now));
    }

    private static string LoginHash(MasterKey master, string login) => master.KeyedHash("login", login);
}
