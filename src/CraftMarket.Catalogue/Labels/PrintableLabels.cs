using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>How many labels of a product are wanted.</summary>
public sealed record LabelWish(ProductId ProductId, int Copies);

/// <summary>Labels of an artisan's goods on sale. Others have no page yet that a code could open.</summary>
public static class PrintableLabels
{
    /// <summary>So many go through a home printer at once; more are printed in turns.</summary>
    public const int MostCopies = 90;

    /// <summary>Each label as often as it is wanted, at most <see cref="MostCopies"/> in all.</summary>
    /// <param name="language"><c>id</c> or <c>en</c>, of the words that are not the artisan's.</param>
    /// <param name="address">The address of a product's page by the name in it.</param>
    public static async Task<IReadOnlyList<Label>> LabelsOf(this IQuerySession session, ArtisanId artisan, IReadOnlyList<LabelWish> wishes, string language,
        Func<string, string> address, CancellationToken cancellation)
    {
        var copies = wishes.Where(x => x.Copies > 0).ToDictionary(x => x.ProductId, x => x.Copies);
        if (copies.Count == 0) return [];
        var maker = await session.MarkOfMaker(artisan, cancellation);
        var care = (await session.BrandOf(artisan, cancellation))?.CareNote;
        var products = (await session.ProductsOf(artisan, cancellation)).Where(x => x.Status == ProductStatus.Published && copies.ContainsKey(x.Id));
        return [.. products.SelectMany(x => Enumerable.Repeat(LabelOf(x), copies[x.Id])).Take(MostCopies)];

        Label LabelOf(Product product) => new(product.Details.Name, product.Price.ToString(), Materials(product, language), care, PlaceOf(maker, language),
            Invitation.In(language), maker, address(product.Slug));
    }

    public static readonly Wording Invitation = new("Pindai: lihat pembuatnya", "Scan: meet the maker");

    public static string PlaceOf(MakerMark maker, string language) => maker.Place.Length == 0 ? ""
        : new Wording($"Desa {maker.Place}", $"{maker.Place} village").In(language);

    private static string Materials(Product product, string language) => product.Details.Materials.Count == 0 ? ""
        : $"{new Wording("Bahan", "Material").In(language)}: {string.Join(", ", product.Details.Materials)}";
}
