using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>How many labels of a product, or of one of its sizes and colours, are wanted.</summary>
/// <param name="Id">Of the product, or of the size or colour where there are some.</param>
public sealed record LabelWish(Guid Id, int Copies);

/// <summary>What a label can be of.</summary>
/// <param name="Id">Of the product, or of its size or colour.</param>
public sealed record Labelled(Guid Id, Product Product, Variant? Variant, Rupiah Price)
{
    public string Name => Article.Titled(Product.Details.Name, Variant?.Name);

    public static IEnumerable<Labelled> Of(Product product) => product.Variants.Count == 0
        ? [new(product.Id.Value, product, null, product.Price)]
        : product.Variants.Select(x => new Labelled(x.Id.Value, product, x.Variant, x.OwnPrice ?? product.Price));
}

/// <summary>Labels of an artisan's goods on sale. Others have no page yet that a code could open.</summary>
public static class PrintableLabels
{
    /// <summary>So many go through a home printer at once; more are printed in turns.</summary>
    public const int MostCopies = 90;

    /// <summary>Each label as often as it is wanted, at most <see cref="MostCopies"/> in all.</summary>
    /// <param name="language"><c>id</c> or <c>en</c>, of the words that are not the artisan's.</param>
    /// <param name="address">The address of a product's page by the name in it.</param>
    public static async Task<IReadOnlyList<Label>> LabelsOf(this IQuerySession session, ArtisanId artisan,
        IReadOnlyList<LabelWish> wishes, string language, Func<string, string> address, CancellationToken cancellation)
    {
        var copies = wishes.Where(x => x.Copies > 0).ToDictionary(x => x.Id, x => x.Copies);
        if (copies.Count == 0) return [];
        var labels = new List<Label>();
        // All goods under one brand look alike: it is looked up once.
        var looks = new Dictionary<Guid, MakerLook>();
        foreach (var product in (await session.ProductsOf(artisan, cancellation)).Where(x => x.Status == ProductStatus.Published))
        {
            var wanted = Labelled.Of(product).Where(x => copies.ContainsKey(x.Id)).ToList();
            if (wanted.Count == 0) continue;
            var brand = product.Group?.Id.Value ?? artisan.Value;
            if (!looks.TryGetValue(brand, out var look)) looks[brand] = look = await session.LookOf(product, cancellation);
            labels.AddRange(wanted.SelectMany(x => Enumerable.Repeat(LabelOf(x, look), copies[x.Id])));
        }

        return [.. labels.Take(MostCopies)];

        Label LabelOf(Labelled one, MakerLook look) =>
            new(one.Name, one.Price.ToString(), Materials(one.Product, language), look.Care, PlaceOf(look.Plain, language),
            Invitation.In(language), look.On(one.Product), address(one.Product.Slug));
    }

    public static readonly Wording Invitation = new("Pindai: kenali perajinnya", "Scan: meet the maker");

    public static string PlaceOf(MakerMark maker, string language) => maker.Place.Length == 0 ? ""
        : new Wording($"Desa {maker.Place}", $"{maker.Place} village").In(language);

    private static string Materials(Product product, string language) => product.Details.Materials.Count == 0 ? ""
        : $"{new Wording("Bahan", "Material").In(language)}: {string.Join(", ", product.Details.Materials)}";
}
