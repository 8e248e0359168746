using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using CraftMarket.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Listing;

/// <summary>Writes a product down: photo, name, price, stock or time to make it, material.</summary>
[Authorize(Policy = Policies.Artisan)]
[RequestSizeLimit(100_000_000)]
public sealed class NewProductModel(IServiceProvider services) : ProductFormPage(services)
{
    public override string DraftKey => "produk-baru";

    /// <summary>When what stands here was last kept; null for an empty form.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>Begins an empty form even though another one is unfinished.</summary>
    [BindProperty(SupportsGet = true)] public string? Mulai { get; set; }

    /// <param name="draf">The draft to go on with; without it the one last worked on.</param>
    public async Task<IActionResult> OnGetAsync(Guid? draf)
    {
        Form.ProductId = Ids.New<ProductId>();
        var drafts = await Session.NewProductDraftsOf(Me, HttpContext.RequestAborted);
        if (Mulai is null && drafts.FirstOrDefault(x => draf is null || x.Id.Value == draf) is { } draft)
        {
            Form.ProductId = Ids.Of(draft.Id);
            Form.Take(draft);
            KeptAt = draft.SavedAt;
        }

        return await Shown();
    }

    public async Task<IActionResult> OnPostAsync(ProductForm form, string? submit)
    {
        Form = form;
        await LoadWords();
        await TakePhotos();
        var command = IsKeptOnly() ? null : Command();
        var answer = await Dispatch.Send(command is null ? Draft
            : new WriteListing(command, Submit: submit is not null, Form: Draft, Unread: !ModelState.IsValid));
        if (command is null) return await Kept(answer, $"/perajin/produk/baru?draf={Form.ProductId.Id.Value}");
        if (answer is not ProductWritten written) return await ShownAgain(answer);
        Notice("Produk tersimpan.", "Product saved.");
        if (written.NotSubmitted is { } notYet) Notice(notYet);
        else if (submit is not null) Notice("Produk tersimpan dan dikirim ke kurator. Kami kabari di halaman ini.",
            "Saved and sent to the curator. You will see the answer on this page.");
        return LocalRedirect($"/perajin/produk?tersimpan={DraftKey}");
    }

    private ListProduct Command() => new(Form.ProductId.Id, Me, Typed.Words(Form.Name), Typed.Words(Form.Description),
        Money("price", Form.Price), Form.IsMadeToOrder || Form.HasVariants ? null : Number("stock", Form.Stock),
        Form.IsMadeToOrder ? Number("leadTimeDays", Form.LeadTimeDays) : null, Form.Category, Form.MaterialList,
        Weight(), Form.PhotoList, Form.Claimed(Words), Form.DescribedPhotos, Variants(), Form.Size, Form.Care);
}
