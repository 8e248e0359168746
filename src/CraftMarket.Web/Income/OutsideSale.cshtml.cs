using System.Globalization;
using CraftMarket.Catalogue;
using CraftMarket.Income.Sales;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Photos;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Income;

/// <summary>A sale at a market or to a neighbour: amount, day, done. A photo of the receipt proves it better.</summary>
[Authorize(Policy = Policies.Artisan)]
[RequestSizeLimit(PhotoIntake.MaxBytes + 65_536)]
public sealed class OutsideSaleModel(IServiceProvider services, IQuerySession session, Dispatch dispatch, FormIds ids,
    TimeProvider clock) : HousePage
{
    [BindProperty] public FormId<SaleId> SaleId { get; set; }
    [BindProperty] public string? Amount { get; set; }
    [BindProperty] public string? SoldOn { get; set; }
    [BindProperty] public string? MaterialCost { get; set; }
    [BindProperty] public Guid? PhotoId { get; set; }
    [BindProperty] public Guid? ProductId { get; set; }

    /// <summary>The artisan's own products, to say which one it was.</summary>
    public IReadOnlyList<Product> Products { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await FindProducts();
        SaleId = ids.New<SaleId>();
        SoldOn = LocalMonth.DayOf(clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? photo)
    {
        if (photo is not null) await Take(photo);
        var day = Typed.Day(SoldOn);
        if (day is null) Wrong("soldOn", "Pilih tanggal penjualan.", "Choose the day of the sale.");
        if (MaterialCost is { Length: > 0 } && Typed.Money(MaterialCost) is null)
            Wrong("materialCost", "Tulis dengan angka, atau kosongkan.", "Write a number, or leave it empty.");
        PhotoId? receipt = PhotoId is { } named ? new(named) : null;
        if (await ReceiptPhoto.Problem(session, receipt, User.ArtisanId(), HttpContext.RequestAborted) is { } unknown)
        {
            PhotoId = null;
            Show(unknown);
        }

        ProductId? item = ProductId is { } sold ? new(sold) : null;
        if (await SoldItem.Problem(session, item, User.ArtisanId(), HttpContext.RequestAborted) is { } notOwn) Show(notOwn);
        var now = clock.GetUtcNow();
        var sale = new ReportOffPlatformSale(SaleId.Id, User.ArtisanId(), null, day ?? LocalMonth.DayOf(now),
            Typed.Money(Amount), Typed.Money(MaterialCost),
            receipt is null ? "said" : "receipt", receipt, User.AccountId(), ByCompanion: false, item);
        if (!ModelState.IsValid)
        {
            ShowBeside(ReportOffPlatformSaleHandler.Validate(sale, now));
            return await AgainWithProducts();
        }

        if (await dispatch.Send(sale) is Refusal refusal)
        {
            Show(refusal);
            return await AgainWithProducts();
        }

        Notice("Penjualan tercatat.", "Sale recorded.");
        return LocalRedirect("/perajin/penghasilan#luar");
    }

    private async Task<IActionResult> AgainWithProducts()
    {
        await FindProducts();
        return Again();
    }

    private async Task FindProducts() => Products = await session.ProductsOf(User.ArtisanId(), HttpContext.RequestAborted);

    private async Task Take(IFormFile photo)
    {
        await using var bytes = photo.OpenReadStream();
        var answer = await services.GetRequiredService<PhotoUpload>()
            .ReceiveAsync(bytes, User.ArtisanId(), null, HttpContext.RequestAborted);
        if (answer is PhotoTaken taken) PhotoId = taken.PhotoId.Value;
        else if (answer is Refusal refusal) Show(refusal with { Field = "photoId" });
    }
}
