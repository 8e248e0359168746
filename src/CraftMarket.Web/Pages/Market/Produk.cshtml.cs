using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Market;

/// <summary>A product with its maker, its price and who gets what of it.</summary>
[AllowAnonymous]
public sealed class ProdukModel(IQuerySession session) : HousePage
{
    public ProductCard Card { get; private set; } = null!;

    public ProductPage Details { get; private set; } = null!;

    public Brand? Maker { get; private set; }

    public IReadOnlyList<ProductCard> Others { get; private set; } = [];

    public Rupiah Price => new(Card.Price);

    /// <summary>What the marketplace keeps of one piece.</summary>
    public Rupiah Fee { get; private set; }

    /// <summary>The maker's share in hundredths of the price, rounded down: never more than is true.</summary>
    public long MakersHundredths => (Price - Fee).Amount * 100 / Price.Amount;

    public string Address => $"{Request.Scheme}://{Request.Host}/produk/{Card.Slug}";

    public string ShareText => $"{Card.Name}, {Price}. {Address}";

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var stop = HttpContext.RequestAborted;
        if (await session.CardOf(slug, stop) is not { Status: ProductCard.OnSale } card) return NotFound();
        Card = card;
        Details = await session.LoadAsync<ProductPage>(card.Id, stop) ?? throw new InvalidOperationException($"Product {card.Id} has a card and no page.");
        Maker = await session.BrandOf(new(card.Artisan.Id), stop);
        Fee = (await session.LoadAsync<FeeRule>(FeeRule.Current, stop))!.For(new(card.Artisan.Id), Price);
        Others = [.. (await session.CardsOf(new ArtisanId(card.Artisan.Id), stop)).Where(x => x.Id != card.Id).Take(4)];
        return Page();
    }
}
