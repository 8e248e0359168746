using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Artisan;

/// <summary>One of the artisan's products: change it, send it to the curator, take it out of the shop.</summary>
[Authorize(Policy = Policies.Artisan)]
[RequestSizeLimit(100_000_000)]
public sealed class ProdukUbahModel(IServiceProvider services) : ProductFormPage(services)
{
    public Product Product { get; private set; } = null!;

    public bool CanBeSubmitted => Product.Status is ProductStatus.Draft or ProductStatus.Returned or ProductStatus.Withdrawn;

    public bool CanBeWithdrawn => Product.Status is ProductStatus.Published or ProductStatus.Submitted;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await Find(id)) return NotFound();
        var stock = await Session.LoadAsync<StockItem>(StockItemId.Of(new(id)), HttpContext.RequestAborted);
        Form = ProductForm.Of(Product, stock is null ? Product.Available : stock.OnHand);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, ProductForm form, string? submit)
    {
        Form = form;
        if (!await Find(id)) return NotFound();
        await TakePhotos();
        var revise = Revision();
        var stock = Form.IsMadeToOrder ? null : (int?)Number("stock", Form.Stock);
        if (!ModelState.IsValid) return Again();
        var answer = await Dispatch.Send(revise);
        if (answer is not Refusal && stock is { } count && count != Form.SeenStock) answer = await Dispatch.Send(new CountStock(new(id), Me, count));
        if (answer is not Refusal && submit is not null) answer = await Dispatch.Send(new SubmitProduct(new(id), Me));
        if (answer is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        if (submit is null) Notice("Perubahan tersimpan.", "Changes saved.");
        else Notice("Tersimpan dan dikirim ke kurator.", "Saved and sent to the curator.");
        return LocalRedirect("/perajin/produk");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id)
    {
        if (await Dispatch.Send(new WithdrawProduct(new(id), Me)) is Refusal) return NotFound();
        Notice("Produk ditarik dari toko. Anda bisa mengirimnya lagi kapan saja.", "Taken out of the shop. You can send it again at any time.");
        return LocalRedirect("/perajin/produk");
    }

    private ReviseProduct Revision() => new(new(Form.ProductId), Me, Form.Version, Form.Name?.Trim() ?? "", Form.Description?.Trim() ?? "",
        Money("price", Form.Price), Form.IsMadeToOrder ? Number("leadTimeDays", Form.LeadTimeDays) : null, Form.Category, Form.MaterialList,
        Number("weightGrams", Form.WeightGrams), Form.PhotoList);

    private async Task<bool> Find(Guid id)
    {
        if (await Session.LoadAsync<Product>(new ProductId(id), HttpContext.RequestAborted) is not { } product || product.ArtisanId != Me) return false;
        Product = product;
        Form.ProductId = id;
        await Prepare();
        return true;
    }
}
