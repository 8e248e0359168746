using CraftMarket.Kernel.Facts;
using CraftMarket.Training.Participants;
using Marten;

namespace CraftMarket.Training;

/// <summary>What older streams imply of batches, seats, certificates and artisans.</summary>
internal sealed class EarlierTrainingFacts(IDocumentStore store) : EarlierFacts(store, "training")
{
    protected override async Task DeriveAsync(CancellationToken cancellation)
    {
        await AppendAsync("batch_planned", "batch_opened", (session, id) => OfBatch(session, id, cancellation), cancellation);
        await AppendAsync("trainee_became_artisan", "artisan_welcomed", async (session, id) =>
            await session.LoadAsync<Participant>(new PersonId(id), cancellation) is { ArtisanId: { } artisan } person
                ? [new ArtisanWelcomed(artisan, person.Id, person.Village)] : [], cancellation);
    }

    private static async Task<IReadOnlyList<object>> OfBatch(IDocumentSession session, Guid id, CancellationToken cancellation)
    {
        var batch = await session.LoadAsync<TrainingBatch>(new BatchId(id), cancellation);
        var programme = batch is null ? null : await session.LoadAsync<Programme>(batch.ProgrammeId, cancellation);
        if (batch is null || programme is null) return [];
        var track = await session.LoadAsync<SkillTrack>(batch.Skill, cancellation);
        var title = Training.PublicTitle.Of(batch.PublicTitle, programme.PublicTitle, track?.Name.Indonesian ?? batch.Skill,
            programme.Organiser, await WelfareWords.Load(session, cancellation));
        var opened = new BatchOpened(batch.Id, batch.Name, batch.ProgrammeId, programme.Name, batch.Skill, batch.Mode.Name(),
            batch.StartsOn, batch.EndsOn, title, batch.Venue, batch.Village, batch.Capacity, batch.PublicTitle);
        PersonId[] seated = [.. batch.Seats.Keys];
        var homes = (await session.Query<Participant>().Where(x => x.Id.IsOneOf(seated)).ToListAsync(cancellation))
            .ToDictionary(x => x.Id, x => x.Village);
        var told = (await session.Events.FetchStreamAsync(id, token: cancellation)).Select(x => x.Data).ToList();
        return
        [
            opened,
            .. told.OfType<ParticipantEnrolled>().Where(x => homes.ContainsKey(x.PersonId))
                .Select(x => new TraineeEnrolled(x.PersonId, batch.Id, homes[x.PersonId])),
            .. told.OfType<ParticipantCompleted>()
                .Select(x => new TrainingCompleted(x.PersonId, batch.Id, x.On, x.CertificateNumber)),
        ];
    }
}
