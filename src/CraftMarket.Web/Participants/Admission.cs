using CraftMarket.People;
using CraftMarket.People.Persons;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Participants;

/// <summary>Somebody who is to become a participant, as the office or a list tells it. Never printed.</summary>
/// <param name="OverrideReason">Why this is another person than the one of the same name, birth date and village.</param>
internal sealed record Newcomer(string? Name, string? Nik, DateOnly? BirthDate, string? Sex, string? VillageCode, string? Phone,
    IReadOnlyList<RegisterClaim>? Registers, string? OverrideReason = null)
{
    public override string ToString() => "newcomer ****";
}

/// <summary>The newcomer is a participant now.</summary>
internal sealed record Admitted(PersonId PersonId) : Answer;

/// <summary>Admits a person in two steps, a sealed file and a place in the programme; asked again after a crash between the two,
/// it goes on.</summary>
internal sealed class Admission(Dispatch dispatch, IQuerySession session, PeopleRules rules, TimeProvider clock)
{
    public async Task<Answer> Admit(PersonId id, Newcomer newcomer, SourceRow? origin, CancellationToken cancellation)
    {
        var details = Details(newcomer);
        var register = new RegisterParticipant(id, details.Village, newcomer.Registers ?? [], origin);
        // What the second step would refuse must not leave a file behind.
        if (Refusals.Of(RegisterParticipantHandler.Validate(register, clock.GetUtcNow()),
            OpenPersonFileHandler.WhyNotFor(details, rules, clock.GetUtcNow())) is { } refusal) return refusal;
        var opened = await dispatch.Send(new OpenPersonFile(id, details, newcomer.OverrideReason));
        if (opened is Refusal { Code: "duplicate" } duplicate)
        {
            if (await HalfAdmitted(duplicate, details, cancellation) is not { } other) return duplicate;
            register = register with { PersonId = other };
        }
        else if (opened is Refusal) return opened;

        return await dispatch.Send(register) is Refusal later ? later : new Admitted(register.PersonId);
    }

    /// <summary>The person of the same NIK whose file was opened and who then never became a participant.</summary>
    private async Task<PersonId?> HalfAdmitted(Refusal duplicate, PersonalDetails details, CancellationToken cancellation)
    {
        if (duplicate.Details.GetValueOrDefault("id") is not Guid id) return null;
        if (await session.LoadAsync<Participant>(new PersonId(id), cancellation) is not null) return null;
        return await dispatch.Send(new OpenPersonFile(new(id), details)) is Refusal ? null : new PersonId(id);
    }

    private static PersonalDetails Details(Newcomer newcomer) =>
        new(newcomer.Name ?? "", newcomer.Nik ?? "", newcomer.BirthDate ?? default,
        SexOf(newcomer.Sex), newcomer.Phone, RegionCode.TryParse(newcomer.VillageCode?.Trim(), out var village) ? village
            : default);

    /// <summary>P (perempuan) and L (laki-laki) stand on identity cards; programs say female and male.</summary>
    private static string SexOf(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "f" or "female" or "p" or "perempuan" => "f",
        "m" or "male" or "l" or "laki-laki" => "m",
        var other => other ?? "",
    };
}
