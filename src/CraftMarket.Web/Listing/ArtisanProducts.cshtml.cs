using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Listing;

/// <summary>All of the artisan's products and where each stands.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class ArtisanProductsModel(IQuerySession session) : HousePage
{
    public IReadOnlyList<Product> Products { get; private set; } = [];

    /// <summary>What is free of them.</summary>
    public ProductSupply Supply { get; private set; } = ProductSupply.Of([]);

    /// <summary>The group that the artisan is in, under whose brand goods may be put; null for none.</summary>
    public MakerGroup? Group { get; private set; }

    /// <summary>Forms begun and not finished.</summary>
    public IReadOnlyList<ProductDraft> Drafts { get; private set; } = [];

    /// <summary>The draft whose product has arrived, so that the telephone may forget it.</summary>
    [BindProperty(SupportsGet = true)] public string? Tersimpan { get; set; }

    /// <summary>Whose telephone's copies these pages speak of.</summary>
    public string Owner => User.ArtisanId().Value.ToString("N");

    public async Task OnGetAsync()
    {
        Products = await session.ProductsOf(User.ArtisanId(), HttpContext.RequestAborted);
        Supply = await session.SupplyOf(Products, HttpContext.RequestAborted);
        Group = await session.GroupOf(User.ArtisanId(), HttpContext.RequestAborted);
        Drafts = await session.NewProductDraftsOf(User.ArtisanId(), HttpContext.RequestAborted);
    }
}
