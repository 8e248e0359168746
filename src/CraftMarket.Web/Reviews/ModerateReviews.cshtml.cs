using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Reviews;

/// <summary>What buyers wrote lately; what harms somebody is hidden here.</summary>
[Authorize(Policy = Policies.CuratorOrStaff)]
public sealed class ModerateReviewsModel(Dispatch dispatch, IQuerySession session, IKeyStore keys) : HousePage
{
    private IReadOnlyList<ReasonTemplate> _known = [];
    private IReadOnlyDictionary<Guid, ProductCard> _goods = new Dictionary<Guid, ProductCard>();

    /// <summary>Read from the address only: a page's own name stands under <c>page</c> among the route's values.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;

    public ReviewPage Reviews { get; private set; } = new([], 0, 1);

    public IEnumerable<ReasonTemplate> Reasons => _known.Where(x => !x.Retired);

    public string NameOf(string code) => _known.FirstOrDefault(x => x.Id == code)?.Name.In(Lang) ?? code;

    /// <summary>The goods that the review is about, each with its maker.</summary>
    public string GoodsOf(ShownReview review) =>
        string.Join("; ", review.Products.Select(x => _goods.GetValueOrDefault(x.Value)).OfType<ProductCard>()
            .Select(x => $"{x.Name}, {x.Artisan.Name}"));

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync(Guid part, string? reason)
    {
        if (await dispatch.Send(new HideReview(new(part), reason)) is Refusal refusal)
        {
            Show(refusal);
            await Load();
            return Again();
        }

        if (reason is null) Notice("Ulasan tampil lagi.", "The review is shown again.");
        else Notice("Ulasan disembunyikan.", "The review is hidden.");
        return LocalRedirect("/kantor/ulasan");
    }

    private async Task Load()
    {
        Reviews = await session.LatestReviews(keys, PageNumber, HttpContext.RequestAborted);
        _goods = (await session.CardsBy(Reviews.Items.SelectMany(x => x.Products), HttpContext.RequestAborted))
            .ToDictionary(x => x.Id);
        _known = await session.Reasons(ReasonTemplate.Review, true, HttpContext.RequestAborted);
    }
}
