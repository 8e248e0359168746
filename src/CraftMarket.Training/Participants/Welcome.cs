using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;

namespace CraftMarket.Training.Participants;

/// <summary>Somebody who is to become an artisan, and what they were trained in.</summary>
public sealed record Candidate(IEventStream<Participant> Participant, IReadOnlyList<Seat> Seats);

/// <summary>Decides whether somebody gets the seller role.</summary>
public static class Welcome
{
    /// <summary>A person's artisan id is always the same.</summary>
    public static ArtisanId ArtisanOf(PersonId person) => ArtisanId.From(NewId.For("artisan", person.Value.ToString()));

    public static async Task<Candidate> LoadAsync(PersonId person, IDocumentSession session, CancellationToken cancellation) =>
        new(await session.Events.FetchForExclusiveWriting<Participant>(person.Value, cancellation),
            await session.Query<Seat>().Where(x => x.PersonId == person).ToListAsync(cancellation));

    public static Refusal? Problem(Candidate candidate)
    {
        if (candidate.Participant.Aggregate is null) return Refusal.Missing();
        return candidate.Seats.Any(x => x.CertificateNumber is not null) ? null
            : Refusal.Conflict("not_completed", "Peserta ini belum menyelesaikan pelatihan. Catat dulu kelulusannya.",
                "This participant has not finished a training yet. Record the completion first.");
    }

    /// <summary>What is said of it; null for who is an artisan already.</summary>
    public static ArtisanWelcomed? Of(Participant participant) => participant.ArtisanId is not null ? null
        : new(ArtisanOf(participant.Id), participant.Id, participant.Village);
}
