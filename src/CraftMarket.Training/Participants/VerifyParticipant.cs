using System.Text.Json;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Training.Participants;

/// <summary>Records a companion's visit to a participant in their own area.</summary>
/// <param name="Outcome"><c>valid</c>, <c>changed</c>, <c>moved</c>, <c>deceased</c>, <c>notFound</c> or <c>refused</c>.</param>
/// <param name="Note">Free words that may name people; kept sealed, never in an event.</param>
/// <param name="Area">The companion's area; participants outside it do not exist for them.</param>
/// <param name="Companion">Account of the companion.</param>
public sealed record VerifyParticipant(PersonId PersonId, string? Outcome, DateOnly? VisitedOn, string? Note, RegionCode Area,
    string Companion)
    : Confidential
{
    internal VerificationOutcome? Found =>
        Enum.GetValues<VerificationOutcome>().Cast<VerificationOutcome?>()
            .FirstOrDefault(x => JsonNamingPolicy.CamelCase.ConvertName($"{x}") == Outcome);
}

public static class VerifyParticipantHandler
{
    public static Task<SubjectKey> LoadAsync(VerifyParticipant command, IDocumentSession session, IKeyStore keys,
        CancellationToken cancellation) =>
        keys.OfAsync(session, command.PersonId, cancellation);

    public static Refusal? Validate(VerifyParticipant command, Participant participant, SubjectKey key, DateTimeOffset now)
    {
        if (!participant.Village.IsWithin(command.Area)) return Refusal.Missing();
        if (key.IsDestroyed) return SubjectKey.Erased;
        if (command.Found is null)
            return Refusal.Invalid("unknown_outcome",
                "Pilih hasil kunjungan: valid, changed, moved, deceased, notFound, atau refused.",
                "Choose the outcome of the visit: valid, changed, moved, deceased, notFound or refused.", "outcome");
        if (command.VisitedOn is not { } day)
            return Refusal.Invalid("visit_day_required", "Isi tanggal kunjungan.", "Give the day of the visit.", "visitedOn");
        if (day > LocalMonth.DayOf(now))
            return Refusal.Invalid("visit_in_future", "Tanggal kunjungan belum tiba.", "The day of the visit lies in the future.",
                "visitedOn");
        return Bounds.Day(day, now, "visitedOn") ?? Bounds.Text(command.Note, Bounds.Note, "note");
    }

    public static (Answer, Events, IEnumerable<IMartenOp>) Handle(VerifyParticipant command,
        [WriteAggregate] Participant participant, SubjectKey key, MasterKey master)
    {
        var visit = new Visit(command.Found!.Value, command.VisitedOn!.Value, command.Companion);
        // The same visit told again may bring the note that was forgotten the first time.
        return (Done.Instance, visit == participant.LastVisit ? []
            : [new ParticipantVerified(visit.Outcome, visit.On, visit.Companion)],
            string.IsNullOrWhiteSpace(command.Note) ? []
                : [key.Keep(),
                MartenOps.Store(VerificationNote.Seal(participant.Id, visit.On, command.Note.Trim(), master, key))]);
    }
}
