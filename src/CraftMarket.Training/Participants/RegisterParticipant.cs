using Wolverine.Marten;

namespace CraftMarket.Training.Participants;

/// <summary>What the office says about a register; complete only with a source and a date.</summary>
public sealed record RegisterClaim(string? Register, string? Source, DateOnly? AsOf, int? Decile = null);

/// <summary>Makes a person with a file a possible participant. Sent again for the same person, it changes nothing.</summary>
public sealed record RegisterParticipant(PersonId PersonId, RegionCode Village, IReadOnlyList<RegisterClaim> Registers,
    SourceRow? Origin = null)
    : Confidential;

public static class RegisterParticipantHandler
{
    /// <summary>Needs nothing but the command, so the edge can ask it before a person file is opened.</summary>
    public static Refusal? Validate(RegisterParticipant command, DateTimeOffset now) => Refusals.Of(
        HomeVillage.IsOne(command.Village) ? null : HomeVillage.Unknown, Registers(command, now),
        Bounds.Text(command.Origin?.Source, Bounds.Source, "source"), Bounds.Day(command.Origin?.AsOf, now, "asOf"));

    private static Refusal? Registers(RegisterParticipant command, DateTimeOffset now)
    {
        if (command.Registers.Any(x => string.IsNullOrWhiteSpace(x.Register) || string.IsNullOrWhiteSpace(x.Source)
            || x.AsOf is null))
            return Refusal.Invalid("register_incomplete",
                "Setiap data kesejahteraan harus menyebut nama daftar, sumber, dan tanggalnya.",
                "Every welfare register must be named with its source and its date.", "registers");
        if (command.Registers.Any(x => x.Decile is < 1 or > 10))
            return Refusal.Invalid("decile_out_of_range", "Desil adalah angka 1 sampai 10.", "A decile is a number from 1 to 10.",
                "registers");
        if (command.Registers.Count > Bounds.Registers)
            return Refusal.Invalid("too_many_registers", $"Paling banyak {Bounds.Registers} daftar untuk satu orang.",
                $"At most {Bounds.Registers} registers for one person.", "registers");
        return command.Registers.Select(x => Beyond(x, now)).FirstOrDefault(x => x is not null);
    }

    private static Refusal? Beyond(RegisterClaim claim, DateTimeOffset now) =>
        Bounds.Text(claim.Register, Bounds.Register, "registers") ?? Bounds.Text(claim.Source, Bounds.Source, "registers")
        ?? Bounds.Day(claim.AsOf, now, "registers");

    public static (Answer, Events) Handle(RegisterParticipant command,
        [WriteAggregate(Required = false)] Participant? participant) =>
        (Done.Instance, participant is not null ? [] : [new ParticipantRegistered(command.Village,
            [.. command.Registers.Select(x => new RegisterFlag(x.Register!.Trim(), x.Source!.Trim(), x.AsOf!.Value, x.Decile))],
                command.Origin)]);
}
