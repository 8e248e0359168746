using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using CraftMarket.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Participants;

/// <summary>Registers somebody as a possible participant; who is already known is shown instead.</summary>
[Authorize(Policy = Policies.Staff)]
internal sealed class NewParticipantModel(Dispatch dispatch, FormIds ids) : HousePage
{
    public const int RegisterLines = 3;

    [BindProperty] public FormId<PersonId> Id { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Nik { get; set; }
    [BindProperty] public string? BirthDate { get; set; }
    [BindProperty] public string? Sex { get; set; }
    [BindProperty] public string? VillageCode { get; set; }
    [BindProperty] public string? Phone { get; set; }
    [BindProperty] public List<string?> Register { get; set; } = [];
    [BindProperty] public List<string?> Source { get; set; } = [];
    [BindProperty] public List<string?> AsOf { get; set; } = [];
    [BindProperty] public List<string?> Decile { get; set; } = [];
    [BindProperty] public string? OverrideReason { get; set; }

    /// <summary>The person who is known already and looks the same.</summary>
    public Guid? Other { get; private set; }

    public void OnGet() => Id = ids.New<PersonId>();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Typed.Text(VillageCode) is null) Wrong("villageCode", "Pilih desa tempat tinggal.", "Choose the home village.");
        var newcomer = new Newcomer(Name, Nik, Typed.Day(BirthDate), Sex, VillageCode, Phone, [.. Claims()], OverrideReason);
        switch (await dispatch.Send(newcomer.Of(Id.Id)))
        {
            case PersonAdmitted admitted:
                Notice("Pendaftaran tersimpan. Sekarang minta pendamping berkunjung.",
                    "This person is registered. Ask a companion to visit.");
                return LocalRedirect($"/kantor/peserta/{admitted.PersonId.Value}");
            case Refusal refusal:
                Other = refusal.Details.GetValueOrDefault("id") as Guid?;
                Show(refusal);
                return Again();
            case var other:
                throw new InvalidOperationException($"Admission answered {other.GetType().Name}.");
        }
    }

    private IEnumerable<RegisterClaim> Claims()
    {
        for (var i = 0; i < Register.Count; i++)
        {
            var (register, source, asOf, decile) = (Register[i], Source.ElementAtOrDefault(i), AsOf.ElementAtOrDefault(i),
                Decile.ElementAtOrDefault(i));
            if (register is null && source is null && asOf is null && decile is null) continue;
            // A decile that is no number must be refused, not forgotten.
            yield return new(register, source, Typed.Day(asOf), decile is null ? null : Typed.Count(decile) ?? -1);
        }
    }
}
