using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Artisan;

/// <summary>Writes a product down: photo, name, price, stock or time to make it, material.</summary>
[Authorize(Policy = Policies.Artisan)]
[RequestSizeLimit(100_000_000)]
public sealed class ProdukBaruModel(IServiceProvider services, TimeProvider clock) : ProductFormPage(services)
{
    public const string Draft = "produk-baru";

    public async Task OnGetAsync()
    {
        Form.ProductId = NewId.At<ProductId>(clock.GetUtcNow()).Value;
        await Prepare();
    }

    public async Task<IActionResult> OnPostAsync(ProductForm form, string? submit)
    {
        Form = form;
        await Prepare();
        await TakePhotos();
        var command = Command();
        if (!ModelState.IsValid) return Again();
        if (await Dispatch.Send(command) is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        Notice("Produk tersimpan.", "Product saved.");
        if (submit is not null) await Submit(command.ProductId);
        return LocalRedirect($"/perajin/produk?tersimpan={Draft}");
    }

    private async Task Submit(ProductId product)
    {
        if (await Dispatch.Send(new SubmitProduct(product, Me)) is Refusal refusal) TempData[NoticeKey] = refusal.Why.In(Lang);
        else Notice("Produk tersimpan dan dikirim ke kurator. Kami kabari di halaman ini.", "Saved and sent to the curator. You will see the answer on this page.");
    }

    private ListProduct Command() => new(new(Form.ProductId), Me, Form.Name?.Trim() ?? "", Form.Description?.Trim() ?? "",
        Money("price", Form.Price), Form.IsMadeToOrder ? null : Number("stock", Form.Stock),
        Form.IsMadeToOrder ? Number("leadTimeDays", Form.LeadTimeDays) : null, Form.Category, Form.MaterialList,
        Number("weightGrams", Form.WeightGrams), Form.PhotoList);
}
