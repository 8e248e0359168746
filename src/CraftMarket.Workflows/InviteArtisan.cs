using CraftMarket.People.Accounts;
using CraftMarket.People.Joining;
using CraftMarket.Training.Participants;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Workflows;

/// <summary>Makes an artisan of somebody who finished a batch, with a shop and a one-time link to sign in for the first time: all
/// of it or nothing.</summary>
/// <param name="Login">The phone number or e-mail address to sign in with.</param>
public sealed record InviteArtisan(PersonId PersonId, string Login) : Confidential
{
    public ArtisanId ArtisanId => Welcome.ArtisanOf(PersonId);

    internal MakeInvitation Invitation => new(ArtisanId, PersonId, Login);
}

public static class InviteArtisanHandler
{
    public static async Task<(NewArtisan, InvitationFacts)> LoadAsync(InviteArtisan command, IDocumentSession session,
        AccountBook accounts, MasterKey master, IKeyStore keys, DateTimeOffset now, CancellationToken cancellation) =>
        (await NewArtisan.Load(command.PersonId, session, cancellation),
            await MakeInvitationHandler.LoadAsync(command.Invitation, session, accounts, master, keys, now, cancellation));

    public static Refusal? Validate(InviteArtisan command, NewArtisan artisan, InvitationFacts facts) =>
        Welcome.Problem(artisan.Candidate) ?? MakeInvitationHandler.Validate(command.Invitation, facts);

    public static (Answer, IEnumerable<IMartenOp>) Handle(InviteArtisan command, NewArtisan artisan, InvitationFacts facts,
        MasterKey master, DateTimeOffset now)
    {
        var (invited, kept) = MakeInvitationHandler.Handle(command.Invitation, facts, master, now);
        return (invited, [.. artisan.Begin(now), .. kept]);
    }
}
