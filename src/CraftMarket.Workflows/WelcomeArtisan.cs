using CraftMarket.Catalogue;
using CraftMarket.People.Joining;
using CraftMarket.Training.Participants;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Workflows;

/// <summary>Gives somebody who finished a batch the seller role, and a shop with it. Sent again, the artisan stays the same
/// one.</summary>
public sealed record WelcomeArtisan(PersonId PersonId)
{
    public ArtisanId ArtisanId => Welcome.ArtisanOf(PersonId);
}

/// <summary>Somebody who is to become an artisan, and the shop that they get.</summary>
public sealed record NewArtisan(Candidate Candidate, NewShop Shop)
{
    internal static async Task<NewArtisan> Load(PersonId person, IDocumentSession session, CancellationToken cancellation)
    {
        // First what the person agrees to, as whoever changes that does, so that an answer of this moment counts for the shop.
        await session.Events.FetchForExclusiveWriting<ConsentRegister>(ConsentRegister.StreamOf(person), cancellation);
        return new(await Welcome.LoadAsync(person, session, cancellation),
            await OpenShop.LoadAsync(Welcome.ArtisanOf(person), person, session, cancellation));
    }

    internal IEnumerable<IMartenOp> Begin(DateTimeOffset now) => Welcome.Of(Candidate.Participant.Aggregate!) is { } welcomed
        ? [Candidate.Participant.Append(welcomed), OpenShop.Of(welcomed, Shop, now)] : [];
}

public static class WelcomeArtisanHandler
{
    public static Task<NewArtisan> LoadAsync(WelcomeArtisan command, IDocumentSession session, CancellationToken cancellation) =>
        NewArtisan.Load(command.PersonId, session, cancellation);

    public static Refusal? Validate(WelcomeArtisan command, NewArtisan artisan) => Welcome.Problem(artisan.Candidate);

    public static (Answer, IEnumerable<IMartenOp>) Handle(WelcomeArtisan command, NewArtisan artisan, DateTimeOffset now) =>
        (Done.Instance, artisan.Begin(now));
}
