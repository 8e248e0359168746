using CraftMarket.Catalogue;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Storefront;

/// <summary>Villages at the same stage of the roll-out.</summary>
public sealed record VillageGroup(string Name, string? Meaning, IReadOnlyList<VillageCard> Villages);

/// <summary>The villages, pilots first, then by how far each has come.</summary>
[AllowAnonymous]
public sealed class VillageListModel(VillageList villages) : HousePage
{
    public IReadOnlyList<VillageGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var all = await villages.AllAsync(HttpContext.RequestAborted);
        var pilots = all.Where(x => x.Pilot).ToList();
        Groups = [.. (pilots.Count > 0
                ? [new VillageGroup(T("Percontohan", "Pilots"),
                    T("Di sini cara kerja bersama dicoba lebih dulu.", "Where working together is tried first."), pilots)]
                : Array.Empty<VillageGroup>()),
            .. all.Where(x => !x.Pilot).GroupBy(x => (x.Stage, Sells: x.Stage is null && x.Products > 0))
                .Select(x => Group(x.Key.Stage, x.Key.Sells, [.. x]))];
    }

    private VillageGroup Group(RolloutStage? stage, bool sells, IReadOnlyList<VillageCard> villages) => (stage, sells) switch
    {
        ({ } known, _) => new(known.Name.In(Lang), known.Meaning.In(Lang), villages),
        (null, true) =>
            new(T("Desa lain", "Other villages"), T("Barangnya sudah ada di toko.", "Their goods are in the shop already."),
            villages),
        _ => new(T("Menyusul", "Still to come"),
            T("Desa ini baru dibuka; barangnya belum ada di toko.",
            "These villages are just opened; their goods are not in the shop yet."), villages),
    };
}
