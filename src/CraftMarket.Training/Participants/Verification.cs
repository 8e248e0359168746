using System.Text.Json.Serialization;

namespace CraftMarket.Training.Participants;

/// <summary>What a companion found at the door.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VerificationOutcome>))]
public enum VerificationOutcome
{
    [JsonStringEnumMemberName("valid")] Valid,
    [JsonStringEnumMemberName("changed")] Changed,
    [JsonStringEnumMemberName("moved")] Moved,
    [JsonStringEnumMemberName("deceased")] Deceased,
    [JsonStringEnumMemberName("notFound")] NotFound,
    [JsonStringEnumMemberName("refused")] Refused,
}

/// <summary>Whether somebody may be given a seat now.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Standing>))]
public enum Standing
{
    /// <summary>Nobody has visited yet.</summary>
    [JsonStringEnumMemberName("notVerified")] NotVerified,

    /// <summary>Visited, found, and not too long ago.</summary>
    [JsonStringEnumMemberName("ready")] Ready,

    /// <summary>Found, but so long ago that a companion has to look again.</summary>
    [JsonStringEnumMemberName("stale")] Stale,

    /// <summary>The last visit found somebody who moved, died, was not there or did not want to.</summary>
    [JsonStringEnumMemberName("unavailable")] Unavailable,
}

/// <summary>How long a verification holds: circumstances change.</summary>
/// <param name="MonthsValid">Setting <c>Training:VerificationMonths</c>; twelve when not set.</param>
public sealed record VerificationRule(int MonthsValid)
{
    public const int UsualMonths = 12;

    /// <summary>A companion found that the person is not there any more, and until another visit says otherwise that
    /// stands.</summary>
    public static readonly Refusal Unavailable = Refusal.Conflict("unavailable",
        "Kunjungan terakhir mencatat orang ini meninggal, pindah, tidak ada, atau tidak bersedia. Kalau keliru, minta "
        + "pendamping berkunjung lagi.",
        "The last visit recorded that this person died, moved, was not there or did not want to. If that is wrong, ask a "
        + "companion to visit again.");

    /// <summary>Where the participant stands on that day; a verification turns stale by itself.</summary>
    public Standing Of(Participant participant, DateOnly today) => participant.LastVisit switch
    {
        null => Standing.NotVerified,
        { Found: false } => Standing.Unavailable,
        var visit => DueOn(visit) <= today ? Standing.Stale : Standing.Ready,
    };

    /// <summary>The first day on which the visit no longer counts.</summary>
    public DateOnly DueOn(Visit visit) => visit.On.AddMonths(MonthsValid);
}
