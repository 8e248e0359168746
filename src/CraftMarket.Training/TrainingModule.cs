using CraftMarket.Kernel.Facts;
using CraftMarket.Training.Participants;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Training;

/// <summary>What Training keeps: programmes, batches and their seats, participants and the visits to them.</summary>
public static class TrainingModule
{
    public static IServiceCollection AddTraining(this IServiceCollection services) => services
        .AddSingleton<IReferenceData, FirstSkills>()
        .AddSingleton<IReferenceData, FirstWelfareWords>()
        .AddSingleton<IReferenceData, EarlierTrainingFacts>()
        .AddSingleton(SealedDocument.Of<VerificationNote>(new SealedPart(nameof(VerificationNote.Text),
            nameof(VerificationNote.PersonId), typeof(ErasedParticipantHandler))))
        .AddSingleton(provider => new VerificationRule(
            int.TryParse(provider.GetRequiredService<IConfiguration>()["Training:VerificationMonths"], out var months)
                ? months
                : VerificationRule.UsualMonths))
        .ConfigureMarten(options =>
        {
            options.Events.AddEventTypes([typeof(ProgrammeStarted), typeof(ParticipantRegistered), typeof(ParticipantVerified),
                typeof(BatchOpened), typeof(TraineeEnrolled), typeof(TrainingCompleted), typeof(ArtisanWelcomed),
                typeof(BatchPlanned), typeof(ParticipantEnrolled), typeof(ParticipantCompleted),
                typeof(TraineeBecameArtisan)]);
            options.Projections.Snapshot<Programme>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<TrainingBatch>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Participant>(SnapshotLifecycle.Inline);
            options.Projections.Add(new SeatList(), ProjectionLifecycle.Inline);
            options.Schema.For<Seat>().Index(x => x.PersonId).UniqueIndex(x => x.CertificateNumber!);
            options.Schema.For<Participant>().Index(x => x.ArtisanId!);
            options.Schema.For<VerificationNote>().Index(x => x.PersonId);
            options.Schema.For<SkillTrack>();
            options.Schema.For<WelfareWords>();
            options.RegisterValueType(typeof(PersonId));
            options.RegisterValueType(typeof(BatchId));
            options.RegisterValueType(typeof(ProgrammeId));
            options.RegisterValueType(typeof(ArtisanId));
        });
}
