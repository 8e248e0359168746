using CraftMarket.Catalogue;

namespace CraftMarket.Web.Pages.Artisan;

/// <summary>The product form as it was typed. Five fields matter; the rest has defaults.</summary>
public sealed class ProductForm
{
    /// <summary>The product that a new form makes; sending it twice makes one.</summary>
    public Guid ProductId { get; set; }

    public string? Name { get; set; }
    public string? Price { get; set; }

    /// <summary><c>stock</c> or <c>order</c>.</summary>
    public string Supply { get; set; } = "stock";

    public string? Stock { get; set; }
    public string? LeadTimeDays { get; set; }
    public string? Materials { get; set; }
    public string Category { get; set; } = "lainnya";
    public string WeightGrams { get; set; } = "250";
    public string? Description { get; set; }
    public List<Guid> PhotoIds { get; set; } = [];

    /// <summary>Files that came with the form itself, from a browser without script.</summary>
    public List<IFormFile> Photos { get; set; } = [];

    /// <summary>The version of the product that the artisan had before them; null for a new one.</summary>
    public int? Version { get; set; }

    /// <summary>The pieces at hand that the artisan had before them.</summary>
    public int? SeenStock { get; set; }

    public bool IsMadeToOrder => Supply == "order";

    public IReadOnlyList<string> MaterialList => [.. (Materials ?? "").Split([',', ';', '\n'],
        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public IReadOnlyList<PhotoId> PhotoList => [.. PhotoIds.Distinct().Select(x => new PhotoId(x))];

    public static ProductForm Of(Product product, int? onHand) => new()
    {
        ProductId = product.Id.Value, Name = product.Details.Name, Price = product.Price.ToString()["Rp".Length..],
        Supply = product.LeadTimeDays is null ? "stock" : "order", Stock = onHand?.ToString(), SeenStock = onHand,
        LeadTimeDays = product.LeadTimeDays?.ToString(), Materials = string.Join(", ", product.Details.Materials),
        Category = product.Details.Category, WeightGrams = product.Details.WeightGrams.ToString(),
        Description = product.Details.Description, PhotoIds = [.. product.Details.PhotoIds.Select(x => x.Value)], Version = product.Edition,
    };
}
