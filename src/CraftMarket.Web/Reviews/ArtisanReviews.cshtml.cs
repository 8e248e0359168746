using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Reviews;

/// <summary>What buyers wrote to the artisan; each can be answered once.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class ArtisanReviewsModel(Dispatch dispatch, IQuerySession session, IKeyStore keys) : HousePage
{
    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();

    /// <summary>Read from the address only: a page's own name stands under <c>page</c> among the route's values.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;

    public ReviewPage Reviews { get; private set; } = new([], 0, 1);

    public Guid? Failed { get; private set; }

    public string? Typed { get; private set; }

    public string NamesOf(ShownReview review) =>
        string.Join(", ", review.Products.Select(x => _names.GetValueOrDefault(x.Value)).OfType<string>());

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync(Guid part, string? words)
    {
        var answer = await dispatch.Send(new AnswerReview(new(part), User.ArtisanId(), words ?? ""));
        if (answer is Refusal { Kind: RefusalKind.Missing }) return NotFound();
        if (answer is Refusal refusal)
        {
            (Failed, Typed) = (part, words);
            Show(refusal);
            await Load();
            return Again();
        }

        Notice("Jawaban Anda tampil di toko.", "Your answer is in the shop.");
        return LocalRedirect("/perajin/ulasan");
    }

    private async Task Load()
    {
        Reviews = await session.ReviewsTo(keys, User.ArtisanId(), PageNumber, HttpContext.RequestAborted);
        _names = (await session.CardsBy(Reviews.Items.SelectMany(x => x.Products), HttpContext.RequestAborted))
            .ToDictionary(x => x.Id, x => x.Name);
    }
}
