using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using CraftMarket.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Listing;

/// <summary>One of the artisan's products: change it, send it to the curator, take it out of the shop.</summary>
[Authorize(Policy = Policies.Artisan)]
[RequestSizeLimit(100_000_000)]
public sealed class EditProductModel(IServiceProvider services, SupplySeen supply) : ProductFormPage(services)
{
    public Product Product { get; private set; } = null!;

    /// <summary>Why a curator sent it back.</summary>
    public IReadOnlyList<ReasonTemplate> ReturnReasons { get; private set; } = [];

    public override string DraftKey => $"produk-{Product.Id.Value}";

    /// <summary>Changes that were kept and are not yet the product's.</summary>
    public bool IsDraft { get; private set; }

    /// <summary>When changes were kept that began from an older product and are not in the form; null when there are
    /// none.</summary>
    public DateTimeOffset? OlderDraft { get; private set; }

    /// <summary>Name of the form whose words have become this one's.</summary>
    [BindProperty(SupportsGet = true)] public string? Tersimpan { get; set; }

    public bool CanBeSubmitted => Product.Status is ProductStatus.Draft or ProductStatus.Returned or ProductStatus.Withdrawn;

    public bool CanBeWithdrawn => Product.Status is ProductStatus.Published or ProductStatus.Submitted;

    /// <param name="draf"><c>lama</c> takes over a draft that began from an older product.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string? draf)
    {
        if (!await Find(id)) return NotFound();
        var stock = await Session.LoadAsync<StockItem>(StockItemId.Of(new ProductId(id)).Value, HttpContext.RequestAborted);
        Form = ProductForm.Of(Product, Form.ProductId, stock is null ? Product.ListedStock : stock.OnHand);
        Form.Variants = await VariantRow.Of(Product, Session, HttpContext.RequestAborted);
        if (await Session.DraftOf(new(id), Me, HttpContext.RequestAborted) is { } draft)
        {
            // A draft of an older version would take back what was changed since: it is offered, and not overwritten unasked
            // either.
            IsDraft = draft.Open && (draft.Edition == Product.Edition || draf == "lama");
            Form.Take(draft with { Open = IsDraft });
            if (draft.Open && !IsDraft) (OlderDraft, Form.DraftRevision) = (draft.SavedAt, 0);
        }

        return await Shown();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, ProductForm form, string? submit)
    {
        Form = form;
        if (!await Find(id)) return NotFound();
        await TakePhotos();
        var keptOnly = IsKeptOnly();
        if (!keptOnly && Product.LeadTimeDays is not null) Form.CountAnew();
        var stock = keptOnly || Form.IsMadeToOrder || Form.HasVariants ? null : (int?)Number("stock", Form.Stock);
        var revise = keptOnly ? null : Revision(stock);
        var answer = await Dispatch.Send(revise is null ? Draft
            : new ReviseListing(revise, Submit: submit is not null, Form: Draft, Unread: !ModelState.IsValid));
        if (revise is null) return await Kept(answer, $"/perajin/produk/{id}");
        if (answer is not ProductWritten written) return await ShownAgain(answer);
        if (written.NotSubmitted is { } notYet)
        {
            // The form goes on from what has just been written.
            (Form.Version, Form.SeenStock) = (written.Version, stock);
            return await ShownAgain(new DraftSaved(Form.DraftRevision, NotListed: notYet));
        }

        await supply.IsKnown(revise, HttpContext.RequestAborted);
        var left = Product.Status == ProductStatus.Published && written.Status == ProductStatus.Submitted;
        if (left) Notice("Tersimpan. Kurator melihatnya dulu; sampai itu produk ini tidak tampil di toko.",
            "Saved. A curator looks first; until then it is not in the shop.");
        else if (submit is null) Notice("Perubahan tersimpan.", "Changes saved.");
        else Notice("Tersimpan dan dikirim ke kurator.", "Saved and sent to the curator.");
        return LocalRedirect($"/perajin/produk?tersimpan={DraftKey}");
    }

    /// <summary>Puts the form back to the product as it is.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id)
    {
        if (await Dispatch.Send(new CloseDraft(new(id), Me)) is Refusal) return NotFound();
        return LocalRedirect($"/perajin/produk/{id}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id)
    {
        if (await Dispatch.Send(new WithdrawProduct(new(id), Me)) is Refusal) return NotFound();
        Notice("Produk ditarik dari toko. Anda bisa mengirimnya lagi kapan saja.",
            "Taken out of the shop. You can send it again at any time.");
        return LocalRedirect("/perajin/produk");
    }

    /// <summary>Puts it under the brand of the artisan's group, or back under her own.</summary>
    public async Task<IActionResult> OnPostBrandAsync(Guid id, bool underGroup)
    {
        var answer = await Dispatch.Send(new ChooseBrand(new(id), Me, underGroup));
        if (answer is Refusal { Kind: RefusalKind.Missing }) return NotFound();
        if (answer is Refusal refusal) Notice(refusal.Why.Indonesian, refusal.Why.English);
        else if (underGroup)
            Notice("Barang ini sekarang dijual di bawah merek kelompok.", "This is sold under the group's brand now.");
        else Notice("Barang ini kembali ke merek Anda sendiri.", "This is under your own brand again.");
        return LocalRedirect("/perajin/produk");
    }

    /// <summary>As it is where only the ends of lines differ: a curator need not look again.</summary>
    private string Description => Typed.Words(Form.Description) is var said && said == Typed.Words(Product.Details.Description)
        ? Product.Details.Description : said;

    /// <summary>With sizes and colours the product itself has no pieces, and is sold from stock all the same. A count that was
    /// left as it stood is not counted again.</summary>
    private ReviseProduct Revision(int? stock) => new(Form.ProductId.Id, Me, Form.Version, Typed.Words(Form.Name), Description,
        Money("price", Form.Price), Form.IsMadeToOrder ? Number("leadTimeDays", Form.LeadTimeDays) : null, Form.Category,
        Form.MaterialList, Weight(), Form.PhotoList, Form.Claimed(Words), Form.DescribedPhotos, Variants(),
        Form.IsMadeToOrder ? null : Product.LeadTimeDays is not null ? stock ?? 0 : stock == Form.SeenStock ? null : stock,
        Form.Size ?? "", Form.Care ?? "");

    private async Task<bool> Find(Guid id)
    {
        if (await Session.LoadAsync<Product>(new ProductId(id).Value, HttpContext.RequestAborted) is not { } product
            || product.ArtisanId != Me) return false;
        Product = product;
        Form.ProductId = Ids.Of(new ProductId(id));
        await LoadWords();
        ReturnReasons = await Session.ReasonsOf(product, HttpContext.RequestAborted);
        return true;
    }
}
