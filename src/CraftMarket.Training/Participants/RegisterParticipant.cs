using Wolverine.Marten;

namespace CraftMarket.Training.Participants;

/// <summary>What the office says about a register; complete only with a source and a date.</summary>
public sealed record RegisterClaim(string? Register, string? Source, DateOnly? AsOf, int? Decile = null);

/// <summary>Makes a person with a file a possible participant. Sent again for the same person, it changes nothing.</summary>
public sealed record RegisterParticipant(PersonId PersonId, RegionCode Village, IReadOnlyList<RegisterClaim> Registers, SourceRow? Origin = null)
    : Confidential;

public static class RegisterParticipantHandler
{
    /// <summary>Needs nothing but the command, so the edge can ask it before a person file is opened.</summary>
    public static Refusal? Validate(RegisterParticipant command)
    {
        if (!HomeVillage.IsOne(command.Village)) return HomeVillage.Unknown;
        if (command.Registers.Any(x => string.IsNullOrWhiteSpace(x.Register) || string.IsNullOrWhiteSpace(x.Source) || x.AsOf is null))
            return Refusal.Invalid("register_incomplete", "Setiap data kesejahteraan harus menyebut nama daftar, sumber, dan tanggalnya.",
                "Every welfare register must be named with its source and its date.", "registers");
        if (command.Registers.Any(x => x.Decile is < 1 or > 10))
            return Refusal.Invalid("decile_out_of_range", "Desil adalah angka 1 sampai 10.", "A decile is a number from 1 to 10.", "registers");
        return null;
    }

    public static (Answer, Events) Handle(RegisterParticipant command, [WriteAggregate(Required = false)] Participant? participant) =>
        (Done.Instance, participant is not null ? [] : [new ParticipantRegistered(command.Village,
            [.. command.Registers.Select(x => new RegisterFlag(x.Register!.Trim(), x.Source!.Trim(), x.AsOf!.Value, x.Decile))], command.Origin)]);
}
