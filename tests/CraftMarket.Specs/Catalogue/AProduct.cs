using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Media;

namespace CraftMarket.Specs.Catalogue;

/// <summary>Inaq Sahnun's tobacco-leaf bag and what it is checked against.</summary>
internal static class AProduct
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    public static readonly ProductId Id = new(Guid.Parse("01900000-0000-7000-8000-0000000000b1"));
    public static readonly ArtisanId Sahnun = new(Guid.Parse("01900000-0000-7000-8000-0000000000a1"));
    public static readonly ArtisanId Rajab = new(Guid.Parse("01900000-0000-7000-8000-0000000000a2"));
    public static readonly PhotoId Front = new(Guid.Parse("01900000-0000-7000-8000-0000000000f1"));
    public static readonly ProductDetails Bag = new("Tas daun tembakau", "Dianyam tangan.", "tas", ["daun tembakau"], 400,
        [Front], false);

    public static readonly Maker SahnunAnyam = new(Guid.NewGuid(), Sahnun, Regions.Semoyang, "Sahnun Anyam", "", "#8a5a2b", null);

    public static readonly Product Draft = new(Id, Sahnun, "tas-daun-tembakau-000000b1", Bag, new(150_000), null, 5, [],
        ProductStatus.Draft, false, null, null, null, "Perajin Semoyang", null, 1);

    public static readonly Product Submitted = Draft.Apply(new ProductSubmitted(Now));
    public static readonly Product OnSale = Submitted.Apply(new ProductPublished(Regions.Semoyang, "Sahnun Anyam", Now));

    public static IReadOnlyDictionary<PhotoId, Photo> Photos(PhotoStatus status = PhotoStatus.Ready, ArtisanId? owner = null) =>
        new Dictionary<PhotoId, Photo>
        {
            [Front] = new(Front, owner ?? Sahnun, "abc", status,
            [new(320, 240, "webp", "/media/a.webp")])
        };

    public static ListingFacts Facts(string category = "tas", bool refused = false, ArtisanId? photoOwner = null) =>
        new(Photos(owner: photoOwner), category.Length == 0 ? null : new(category, new(category, category), refused, 1),
            SmokingWords.Initial, "Perajin Semoyang");
}
