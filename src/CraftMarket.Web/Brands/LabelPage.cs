using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Brands;

/// <summary>A page about a choice of labels, which stands in its address.</summary>
public abstract class LabelPage(IQuerySession session) : HousePage
{
    protected const string Nothing = "/perajin/label?kosong=ya";

    /// <summary><c>gantungan</c> or <c>tempel</c>.</summary>
    [BindProperty(SupportsGet = true)] public string? Bentuk { get; set; }

    /// <summary>How many of each product, or of each of its sizes and colours. Its name is given, else every other word of the
    /// address would be read as a product.</summary>
    [BindProperty(SupportsGet = true, Name = "jumlah")] public Dictionary<Guid, int> Jumlah { get; set; } = [];

    public LabelShape Shape => Bentuk == "tempel" ? LabelShape.Sticker : LabelShape.Tag;

    protected IQuerySession Session => session;

    protected Task<IReadOnlyList<Label>> Wanted() =>
        session.LabelsOf(User.ArtisanId(), [.. Jumlah.Select(x => new LabelWish(x.Key, x.Value))], Lang,
        slug => Whole($"/produk/{slug}"), HttpContext.RequestAborted);
}
