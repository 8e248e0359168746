using System.Globalization;
using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CraftMarket.Web.Listing;

/// <summary>The product form as it was typed. Five fields matter; the rest has defaults.</summary>
public sealed class ProductForm
{
    /// <summary>The product that a new form makes; sending it twice makes one.</summary>
    public FormId<ProductId> ProductId { get; set; }

    public string? Name { get; set; }
    public string? Price { get; set; }

    /// <summary><c>stock</c> or <c>order</c>.</summary>
    public string Supply { get; set; } = "stock";

    public string? Stock { get; set; }
    public string? LeadTimeDays { get; set; }

    /// <summary>Sizes and colours; empty rows among them do not count.</summary>
    public List<VariantRow> Variants { get; set; } = [];

    public string? Materials { get; set; }
    public string Category { get; set; } = "lainnya";
    public string? WeightGrams { get; set; } = ListingLimits.UsualWeight.ToString(CultureInfo.InvariantCulture);
    public string? Description { get; set; }

    /// <summary>How large it is, in words.</summary>
    public string? Size { get; set; }

    /// <summary>How to keep and clean it.</summary>
    public string? Care { get; set; }

    public string? MadeBy { get; set; }

    /// <summary>Code of the village where it is made.</summary>
    public string? MadeIn { get; set; }

    public string? Technique { get; set; }
    public List<Guid> PhotoIds { get; set; } = [];

    /// <summary>What can be seen on each photo.</summary>
    public Dictionary<Guid, string?> PhotoDescriptions { get; set; } = [];

    /// <summary>What the material of one piece costs, hours of work in it, and what an hour should be worth: for the artisan's
    /// own eyes.</summary>
    public string? MaterialCost { get; set; }

    public string? Hours { get; set; }
    public string? Hourly { get; set; }

    /// <summary>Files that came with the form itself, from a browser without script.</summary>
    public List<IFormFile> Photos { get; set; } = [];

    /// <summary>The version of the product that the artisan had before them; null for a new one.</summary>
    public int? Version { get; set; }

    /// <summary>The pieces at hand that the artisan had before them.</summary>
    public int? SeenStock { get; set; }

    /// <summary>The revision of the draft that this form began from; 0 for none.</summary>
    public int DraftRevision { get; set; }

    /// <summary>Names this form in this browser, so that its own draft never stands in its way.</summary>
    public string Writer { get; set; } = "";

    /// <summary>Counts what this form has sent, so that what comes late over a slow line undoes nothing; 0 without
    /// script.</summary>
    public int Sequence { get; set; }

    /// <summary>Who wrote the draft that the house has, and which of their savings it is: <c>writer:sequence</c>.</summary>
    [BindNever] public string? KeptBy { get; set; }

    /// <summary>Keep what stands here and show it again: the draft button, or the one that works out what is left.</summary>
    public string? Keep { get; set; }

    /// <summary>The photo to move forward, back, or out, without script.</summary>
    public Guid? Up { get; set; }

    public Guid? Down { get; set; }
    public Guid? Remove { get; set; }

    public bool IsKeptOnly => Keep is not null || Up is not null || Down is not null || Remove is not null;

    public bool IsMadeToOrder => Supply == "order";

    public IReadOnlyList<VariantRow> FilledVariants => [.. Variants.Where(x => !x.IsEmpty)];

    public bool HasVariants => FilledVariants.Count > 0;

    /// <summary>What is made to order is not counted.</summary>
    public IReadOnlyList<WantedVariant> WantedVariants =>
        [.. FilledVariants.Select(x => IsMadeToOrder ? x.Wanted with { Stock = null } : x.Wanted)];

    public IReadOnlyList<string> MaterialList => [.. (Materials ?? "").Split([',', ';', '\n'],
        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What the artisan says of where it comes from; nothing when all is empty.</summary>
    public Provenance Claimed(ProvenanceWords words) =>
        new(Typed.Text(MadeBy), RegionCode.TryParse(MadeIn, out var village) ? village : null,
            words.TechniqueCode(Typed.Text(Technique)));

    public IReadOnlyList<PhotoId> PhotoList => [.. PhotoIds.Distinct().Select(x => new PhotoId(x))];

    public IReadOnlyDictionary<PhotoId, string> DescribedPhotos => PhotoDescriptions.Where(x => Typed.Text(x.Value) is not null)
        .ToDictionary(x => new PhotoId(x.Key), x => x.Value!.Trim());

    /// <summary>What is typed of costs so far; what cannot be read counts as nothing.</summary>
    public Making Making => new(Typed.Money(MaterialCost) ?? Rupiah.Zero, Typed.Hours(Hours) ?? 0, Typed.Money(Hourly)
        ?? Rupiah.Zero);

    /// <summary>Nothing of it was counted before: a count that stands here is the first one, whatever an older draft had before
    /// it.</summary>
    public void CountAnew()
    {
        SeenStock = null;
        foreach (var row in Variants) row.Seen = null;
    }

    /// <summary>Puts the photos in the order that was asked for.</summary>
    public void Arrange()
    {
        Swap(Up, -1);
        Swap(Down, 1);
        PhotoIds.RemoveAll(x => x == Remove);
    }

    private void Swap(Guid? photo, int by)
    {
        var from = photo is { } moved ? PhotoIds.IndexOf(moved) : -1;
        if (from < 0 || from + by < 0 || from + by >= PhotoIds.Count) return;
        (PhotoIds[from], PhotoIds[from + by]) = (PhotoIds[from + by], PhotoIds[from]);
    }

    public static ProductForm Of(Product product, FormId<ProductId> id, int? onHand) => new()
    {
        ProductId = id, Name = product.Details.Name, Price = product.Price.ToString()["Rp".Length..],
        Supply = product.LeadTimeDays is null ? "stock" : "order", Stock = onHand?.ToString(), SeenStock = onHand,
        LeadTimeDays = product.LeadTimeDays?.ToString(), Materials = string.Join(", ", product.Details.Materials),
        Category = product.Details.Category, WeightGrams = product.Details.WeightGrams.ToString(),
        Size = product.Details.Size, Care = product.Details.Care, Description = product.Details.Description,
        MadeBy = product.Details.Provenance?.MadeBy,
        MadeIn = product.Details.Provenance?.Village?.Value, Technique = product.Details.Provenance?.Technique,
        PhotoIds = [.. product.Details.PhotoIds.Select(x => x.Value)], Version = product.Edition,
        PhotoDescriptions = product.Details.PhotoIds.ToDictionary(x => x.Value, product.Details.DescriptionOf),
    };
}
