using System.Globalization;
using CraftMarket.Catalogue;
using CraftMarket.Income.Sales;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Participants;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Income;

/// <summary>Tells of an artisan's sale outside the shop, by the companion who saw it.</summary>
[Authorize(Policy = Policies.Companion)]
public sealed class FieldSaleModel(Dispatch dispatch, IDocumentSession session, IKeyStore keys, VerificationRule rule,
    FormIds ids, TimeProvider clock) : FieldPage(session, keys, rule, clock)
{
    [BindProperty] public FormId<SaleId> SaleId { get; set; }
    [BindProperty] public string? SoldOn { get; set; }
    [BindProperty] public string? Amount { get; set; }
    [BindProperty] public string? MaterialCost { get; set; }
    [BindProperty] public string? Proof { get; set; } = "seen";
    [BindProperty] public Guid? ProductId { get; set; }

    /// <summary>The artisan's products, to say which one it was.</summary>
    public IReadOnlyList<Product> Products { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        SaleId = ids.New<SaleId>();
        SoldOn = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!await Meet("sale") || Row.ArtisanId is not { } artisan) return NotFound();
        Products = await Session.ProductsOf(artisan, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Meet("sale") || Row.ArtisanId is not { } artisan) return NotFound();
        // A cost that cannot be read must be refused, not taken for unknown.
        Rupiah? cost = string.IsNullOrWhiteSpace(MaterialCost) ? null : Typed.Money(MaterialCost) ?? new(-1);
        if (Typed.Day(SoldOn) is null) Wrong("soldOn", "Isi tanggal penjualan.", "Give the day of the sale.");
        var command = new ReportOffPlatformSale(SaleId.Id, artisan, null, Typed.Day(SoldOn) ?? Today, Typed.Money(Amount), cost,
            Proof, null, User.AccountId(), ByCompanion: true, ProductId is { } sold ? new(sold) : null);
        if (await SoldItem.Problem(Session, command.ProductId, artisan, HttpContext.RequestAborted) is { } notOwn) Show(notOwn);
        if (!ModelState.IsValid) ShowBeside(ReportOffPlatformSaleHandler.Validate(command, Now));
        else if (await dispatch.Send(command) is Refusal refusal) Show(refusal);
        if (ModelState.ErrorCount > 0)
        {
            Products = await Session.ProductsOf(artisan, HttpContext.RequestAborted);
            return Again();
        }

        Notice("Penjualan tersimpan.", "The sale is saved.");
        return LocalRedirect($"/pendamping/peserta/{Id}");
    }
}
