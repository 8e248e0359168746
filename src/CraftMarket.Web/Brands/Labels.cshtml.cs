using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Brands;

/// <summary>Chooses which labels to print and how many; gives the sheets as files.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class LabelsModel(IQuerySession session, LabelPrint print) : LabelPage(session)
{
    public IReadOnlyList<Labelled> OnSale { get; private set; } = [];

    public async Task OnGetAsync()
    {
        OnSale = [.. (await Session.ProductsOf(User.ArtisanId(), HttpContext.RequestAborted))
            .Where(x => x.Status == ProductStatus.Published).SelectMany(Labelled.Of)];
        if (Request.Query.ContainsKey("kosong")) Wrong("", "Pilih paling sedikit satu label.", "Choose at least one label.");
    }

    public async Task<IActionResult> OnGetPdfAsync()
    {
        var labels = await Wanted();
        if (labels.Count == 0) return LocalRedirect(Nothing);
        return File(await print.PdfAsync(labels, Shape, labels[0].Maker.Name, HttpContext.RequestAborted), "application/pdf",
            FileName(labels, "pdf"));
    }

    public async Task<IActionResult> OnGetPngAsync(int hal = 1)
    {
        var sheets = LabelGrid.Of(Shape).Sheets(await Wanted());
        if (hal < 1 || hal > sheets.Count) return NotFound();
        return File(await print.PngAsync(sheets[hal - 1], Shape, HttpContext.RequestAborted), "image/png",
            FileName(sheets[hal - 1], "png"));
    }

    private static string FileName(IReadOnlyList<Label> labels, string ending) =>
        $"label-{Region.SlugOf(labels[0].Maker.Name)}.{ending}";
}
