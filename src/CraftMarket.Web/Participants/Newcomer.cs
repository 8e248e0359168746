using CraftMarket.People.Persons;
using CraftMarket.Training.Participants;
using CraftMarket.Workflows;

namespace CraftMarket.Web.Participants;

/// <summary>Somebody who is to become a participant, as the office or a list tells it. Never printed.</summary>
/// <param name="OverrideReason">Why this is another person than the one of the same name, birth date and village.</param>
internal sealed record Newcomer(string? Name, string? Nik, DateOnly? BirthDate, string? Sex, string? VillageCode, string? Phone,
    IReadOnlyList<RegisterClaim>? Registers, string? OverrideReason = null)
{
    public AdmitPerson Of(PersonId id, SourceRow? origin = null) => new(id, new(Name ?? "", Nik ?? "", BirthDate ?? default,
        SexOf(Sex), Phone, RegionCode.TryParse(VillageCode?.Trim(), out var village) ? village : default), Registers ?? [],
        origin, OverrideReason);

    /// <summary>P (perempuan) and L (laki-laki) stand on identity cards; programs say female and male.</summary>
    private static string SexOf(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "f" or "female" or "p" or "perempuan" => "f",
        "m" or "male" or "l" or "laki-laki" => "m",
        var other => other ?? "",
    };

    public override string ToString() => "newcomer ****";
}
