using CraftMarket.Catalogue;

namespace CraftMarket.Web.Listing;

/// <summary>The way of a product form into a draft and back.</summary>
internal static class FormDraft
{
    /// <summary>Takes over a draft: all of it while it is open, of a finished one what making costs.</summary>
    public static void Take(this ProductForm form, ProductDraft draft)
    {
        var fields = draft.Fields;
        (form.MaterialCost, form.Hours, form.Hourly, form.DraftRevision) =
            (fields.MaterialCost, fields.Hours, fields.Hourly, draft.Version);
        form.KeptBy = $"{draft.Writer}:{draft.Sequence}";
        if (!draft.Open) return;
        (form.Name, form.Price, form.Stock, form.LeadTimeDays) = (fields.Name, fields.Price, fields.Stock, fields.LeadTimeDays);
        (form.Materials, form.Description) = (fields.Materials, fields.Description);
        (form.Size, form.Care) = (fields.Size, fields.Care);
        (form.MadeBy, form.MadeIn, form.Technique) = (fields.MadeBy, fields.MadeIn, fields.Technique);
        (form.Supply, form.Category, form.WeightGrams) = (fields.Supply ?? form.Supply, fields.Category
            ?? form.Category, fields.WeightGrams ?? form.WeightGrams);
        form.Variants = [.. (fields.Variants ?? []).Select(VariantRow.Of)];
        form.PhotoIds = [.. fields.Photos.Select(x => x.PhotoId.Value)];
        form.PhotoDescriptions = fields.Photos.DistinctBy(x => x.PhotoId).ToDictionary(x => x.PhotoId.Value, x => x.Description);
    }

    /// <param name="goesOn">It was sent, and not kept quietly.</param>
    public static SaveDraft Draft(this ProductForm form, ArtisanId artisan, bool goesOn = false) =>
        new(form.ProductId.Id, artisan, form.DraftRevision, form.Writer, form.Version, form.Fields(), form.Sequence, goesOn);

    private static DraftFields Fields(this ProductForm form) =>
        new(form.Name, form.Price, form.Supply, form.Stock, form.LeadTimeDays, form.Materials,
        form.Category, form.WeightGrams, form.Description,
        [.. form.PhotoIds.Distinct().Select(x => new DraftPhoto(new(x), form.PhotoDescriptions.GetValueOrDefault(x)))],
        form.MaterialCost, form.Hours, form.Hourly, form.MadeBy, form.MadeIn, form.Technique,
        form.HasVariants ? [.. form.FilledVariants.Select(x => x.Draft)] : null, form.Size, form.Care);
}
