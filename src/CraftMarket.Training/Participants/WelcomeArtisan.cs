using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Training.Participants;

/// <summary>Gives somebody who finished a batch the seller role. Sent again, the artisan stays the same one.</summary>
public sealed record WelcomeArtisan(PersonId PersonId, ArtisanId ArtisanId)
{
    /// <summary>The command for a person, whose artisan id is always the same.</summary>
    public static WelcomeArtisan For(PersonId person) =>
        new(person, ArtisanId.From(NewId.For("artisan", person.Value.ToString())));
}

/// <summary>The seats that a person has, for deciding what they may do next.</summary>
public sealed record Trainings(IReadOnlyList<Seat> Seats)
{
    public bool AnyCompleted => Seats.Any(x => x.CertificateNumber is not null);
}

public static class WelcomeArtisanHandler
{
    public static async Task<Trainings> LoadAsync(WelcomeArtisan command, IDocumentSession session,
        CancellationToken cancellation) =>
        new(await session.Query<Seat>().Where(x => x.PersonId == command.PersonId).ToListAsync(cancellation));

    public static Refusal? Validate(WelcomeArtisan command, Participant participant, Trainings trainings) =>
        trainings.AnyCompleted
        ? null
        : Refusal.Conflict("not_completed", "Peserta ini belum menyelesaikan pelatihan. Catat dulu kelulusannya.",
            "This participant has not finished a training yet. Record the completion first.");

    public static (Answer, Events, OutgoingMessages) Handle(WelcomeArtisan command, [WriteAggregate] Participant participant) =>
        participant.ArtisanId is not null
            ? (Done.Instance, [], [])
            : (Done.Instance, [new TraineeBecameArtisan(command.ArtisanId)],
                [new ArtisanWelcomed(command.ArtisanId, participant.Id, participant.Village)]);
}
