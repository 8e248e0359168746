using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using CraftMarket.People.Contact;
using CraftMarket.Web.Outside;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Shipping;
using CraftMarket.Web.Storefront.Slices;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Storefront;

/// <summary>A product with its maker, its price and who gets what of it.</summary>
[AllowAnonymous]
public sealed class ProductPageModel(IQuerySession session, IKeyStore keys, ShopContacts contacts,
    PublicAddress outside, TimeProvider clock, ShopList list) : HousePage
{
    public ProductCard Card { get; private set; } = null!;

    public ProductSheet Sheet { get; private set; } = null!;

    public ProductPage Details => Sheet.Details;

    public Brand? Maker => Sheet.Maker;

    public Category? Kind { get; private set; }

    public PriceShare Share { get; private set; } = null!;

    /// <summary>Where the buyer wants it sent, and what that costs.</summary>
    public ShipTo Sending { get; private set; } = null!;

    /// <summary>Whether the maker lets buyers write by WhatsApp.</summary>
    public bool Reachable { get; private set; }

    /// <summary>It was in the shop once and the artisan took it out.</summary>
    public bool Gone { get; private set; }

    public MoreGoods More { get; private set; } = MoreGoods.None;

    public IReadOnlyList<ProductCard> Alike { get; private set; } = [];

    /// <summary>What the curator and buyers say of it.</summary>
    public ProductVoices Voices { get; private set; } = null!;

    /// <summary>The size or colour that the address names.</summary>
    public CardVariant? Chosen { get; private set; }

    /// <summary>Of the chosen kind, else of the cheapest.</summary>
    public Rupiah Price => new(Chosen?.Price ?? Card.Price);

    public string PriceSaid => Chosen is null ? Card.PriceIn(T) : Price.ToString();

    /// <summary>Pieces that can be had of one kind.</summary>
    public int MostPieces => Math.Min(WishLimits.MostPieces,
        (Card.Variants is { } kinds ? kinds.Max(x => x.Available) : Card.Available) ?? WishLimits.MostPieces);

    public string KindName => Kind?.Name.In(Lang) ?? Card.Category;

    public string Address => outside.Of(Request, Found.In($"/produk/{Card.Slug}", Lang));

    public string ShareText => $"{Card.Name}, {Card.PriceIn(T)}. {Address}";

    public Found Found => new($"/produk/{Card.Slug}", $"{Card.Name}, {Card.PriceIn(T)}",
        T($"Buatan {Card.Artisan.Name}{UnderGroup}, {Card.Village?.Name}. {Details.Description}",
            $"Made by {Card.Artisan.Name}{UnderGroup}, {Card.Village?.Name}. {Details.Description}"))
    {
        Kind = "product",
        Price = Card.Price,
        Picture = Sheet.Sharing.Wide is { } card ? FoundPicture.Card(card, $"{Card.Name}, {Price}")
            : Details.Photos is [var photo, ..] ? new(photo.Url, photo.Width, photo.Height, Card.Name) : null,
        Data =
        [
            LinkedData.Product(Card, Details, Address, Details.Photos.Select(x => outside.Of(Request, x.Url)), KindName,
                Maker?.Slug is { } shop ? outside.Of(Request, $"/perajin/{shop}") : null, Voices.Rating),
            LinkedData.Breadcrumbs(Trail.Select(x => (x.Name, outside.Of(Request, Found.In(x.Path, Lang))))),
        ],
    };

    private string UnderGroup => Card.Group is { } group ? $" ({group.Name})" : "";

    public IReadOnlyList<(string Name, string Path)> Trail =>
        [(T("Toko", "Shop"), "/"), (KindName, Found.Query("/", ("kategori", Card.Category))),
            (Card.Name, $"/produk/{Card.Slug}")];

    /// <param name="pilihan">The size or colour to begin with, as shopping sites link to it.</param>
    public async Task<IActionResult> OnGetAsync(string slug, [FromServices] ViewCounter views, Guid? pilihan = null)
    {
        var stop = HttpContext.RequestAborted;
        if (await session.CardOf(slug, stop) is not { ListedAt: not null } card) return NotFound();
        var artisan = new ArtisanId(card.Artisan.Id);
        Card = card;
        Chosen = card.Variants?.FirstOrDefault(x => x.Id == pilihan);
        Gone = card.Status == "withdrawn";
        if (!Gone && card.Status != ProductCard.OnSale) return NotFound();
        var shop = await list.NowAsync(stop);
        Alike = await RelatedGoods.Of(shop, card, 4, stop);
        More = await MoreGoods.Of(shop, card, Alike, 4, stop);
        if (Gone)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Slice(ProductGone.Create(this));
        }

        if (VisitorFilter.Count(HttpContext)) views.Seen(new(card.Id));
        Sheet = await ProductSheet.Of(session, card, stop);
        Kind = shop.Categories.FirstOrDefault(x => x.Id == card.Category);
        Share = await PriceShare.Now(session, artisan, Price, RegionCode.Parse(card.Village!.Code), Details.WeightGrams,
            ShipTo.Read(HttpContext), clock.GetUtcNow(), stop);
        Sending = new(ShipTo.Read(HttpContext), Share.ToBuyer, $"/produk/{card.Slug}");
        Reachable = await contacts.Of(session, artisan, stop) is not null;
        Voices = await ProductVoices.Of(session, keys, card, Sheet, stop);
        return Slice(ProductView.Create(this));
    }

    public string ZoneName(ShippingZone zone) => zone switch
    {
        ShippingZone.SameRegency => RegencyName(Regions.NameOf(RegionCode.Parse(Card.Village!.Code).Regency)),
        ShippingZone.SameIsland => T("pulau yang sama", "the same island"),
        ShippingZone.OtherIsland => T("pulau lain di NTB", "the other island of NTB"),
    };

    private string RegencyName(string name) => name.StartsWith("Kota ", StringComparison.Ordinal)
        ? T(name, $"the city of {name[5..]}")
        : T(name, $"the regency of {name.Replace("Kabupaten ", "", StringComparison.Ordinal)}");
}

/// <summary>A group that a product is sold under, and who of it made it.</summary>
public sealed record SoldUnderGroup(GroupFace Group, ProductCard Card, Brand? Maker);
