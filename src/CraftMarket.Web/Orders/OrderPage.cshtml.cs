using CraftMarket.Catalogue;
using CraftMarket.Notices;
using CraftMarket.Ordering;
using CraftMarket.Payments;
using CraftMarket.People.Contact;
using CraftMarket.Web.Carts;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Limits;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Payments;
using CraftMarket.Web.Reviews;
using CraftMarket.Workflows;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Orders;

/// <summary>An order as its buyer follows it, opened by the key in the link.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OrderPageModel(IServiceProvider services, IQuerySession session, IKeyStore keys,
    Dispatch dispatch) : HousePage
{
    public BuyerOrder Order { get; private set; } = null!;

    internal PaymentReply Payment { get; private set; } = null!;

    public MakersAndPhotos Shown { get; private set; } = MakersAndPhotos.None;

    public string Key { get; private set; } = "";

    /// <summary>How the order's money comes.</summary>
    public MoneyIn Comes => Order.Method.Money().In;

    /// <summary>The brand of the day it was ordered; for older orders the one of today.</summary>
    public string MakerOf(BuyerPart part) => part.Brand?.Name ?? Shown.MakerOf(part.ArtisanId, T);

    /// <summary>Every part was refused or given back: nothing will come.</summary>
    public bool IsOff => Order.Parts.All(x => x.IsOff);

    /// <summary>The parts whose money the buyer gives or gave: a refused one is never paid for at the door, but was paid for
    /// ahead and comes back.</summary>
    public IEnumerable<BuyerPart> Charged =>
        Order.Parts.Where(x => !Order.Method.IsPaidAtDoor() || x.Status != SellerOrderStatus.Refused);

    /// <summary>What was reviewed of it already.</summary>
    public IReadOnlyDictionary<SellerOrderId, PartReview> Reviews { get; private set; } =
        new Dictionary<SellerOrderId, PartReview>();

    /// <summary>Makers who let buyers write to them by WhatsApp.</summary>
    public IReadOnlySet<ArtisanId> Reachable { get; private set; } = new HashSet<ArtisanId>();

    /// <summary>When a buyer who paid and heard nothing should ask the office; null while it is not paid.</summary>
    public DateTimeOffset? AskAfter => Order.PaidAt + PaymentTerms.ToAnswer;

    public SellerOrderId? ReviewFailed { get; private set; }
    public int? TypedStars { get; private set; }
    public string? TypedWords { get; private set; }

    /// <summary>The page to pay on is being made, or the payment just made is being checked: look again in a moment.</summary>
    public bool LooksAgain => IsChecked
        || (Order.Status == OrderStatus.Placed && Comes == MoneyIn.Page
            && (Payment.Url is null || Request.Query.ContainsKey("bayar")));

    /// <summary>The page to pay on did not open in the time that a buyer may be asked to wait: another way is offered.</summary>
    public bool IsPageLate => Order.Status == OrderStatus.Placed && Comes == MoneyIn.Page
        && Payment is { Status: "pending", Url: null }
        && services.GetRequiredService<TimeProvider>().GetUtcNow() - Order.PlacedAt >= LongestWait;

    /// <summary>The buyer comes from paying and the money has not been seen yet: the webhook may be a moment behind, or Stripe
    /// cannot be asked. The hold may have ended while the buyer was paying.</summary>
    public bool IsChecked => Comes == MoneyIn.Page && Request.Query["bayar"] == "selesai"
        && (Order.Status == OrderStatus.Placed || (Order.Status == OrderStatus.Lapsed && !_nothingPaid));

    private bool _nothingPaid;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>The buyer is to open the link of a letter before anything more is written.</summary>
    public bool WaitsForLetter => Order.IsUnconfirmed && services.GetRequiredService<PostOffice>()
        .Reaches(NoticeChannel.Email);

    public async Task<IActionResult> OnGetAsync(Guid id, string? key, string? bayar, string? surat)
    {
        // Stripe sends the buyer back without the key, which is no business of Stripe's; the browser kept it.
        var path = $"/pesanan/{id}";
        var remembered = HouseCookies.NameOf($"pesanan-{id:N}", Request, path);
        if (!await Find(id, key ?? Request.Cookies[remembered])) return NotFound();
        await Look();
        Response.Cookies.Append(remembered, Key, HouseCookies.Kept(Request, TimeSpan.FromDays(90), path));
        // Whoever comes by the link of a letter has read it.
        if (surat is not null && HttpMethods.IsGet(Request.Method))
            Order = Order with
            {
                IsUnconfirmed = await dispatch.Send(new ConfirmAddress(new(id), surat)) is not Done && Order.IsUnconfirmed,
            };
        else if (bayar == "selesai" && Payment.Status != "paid")
            _nothingPaid = await dispatch.Send(new CheckCheckout(PaymentId.Of(new(id)))) is NothingPaid;
        return Page();
    }

    /// <summary>The page to pay on does not open: the goods go back into the cart, to be ordered again and paid another
    /// way.</summary>
    public async Task<IActionResult> OnPostOtherAsync(Guid id, string? key)
    {
        if (!await Find(id, key)) return NotFound();
        if (await dispatch.Send(new GiveUpCheckout(PaymentId.Of(new(id)))) is Refusal refusal)
        {
            await Look();
            Show(refusal);
            return Again();
        }

        // What this order held must be free before it can be ordered again.
        await services.GetRequiredService<ReadYourWrites>().Seen(async x =>
            (await x.LoadAsync<Order>(Order.Id.Value, HttpContext.RequestAborted))?.Status == OrderStatus.Lapsed,
                HttpContext.RequestAborted);
        Order.Parts.SelectMany(x => x.Lines).Aggregate(Cart.Read(HttpContext), (cart, x) => cart.With(x.Article, x.Quantity))
            .Write(HttpContext);
        var other = services.GetRequiredService<OrderPayments>().Open.FirstOrDefault(x => x.Method.Money().In != MoneyIn.Page);
        return LocalRedirect($"/checkout?cara={other?.Method.Terms().Code}");
    }

    /// <summary>Hands the buyer over to the maker's WhatsApp; the number stands in no page and no address of ours.</summary>
    public async Task<IActionResult> OnPostAskAsync(Guid id, string? key, Guid part)
    {
        var hasty = services.GetRequiredService<RequestLimits>().Refuse(HttpContext, Limited.Contacts);
        if (!await Find(id, key)
            || Order.Parts.FirstOrDefault(x => x.Id == new SellerOrderId(part)) is not { IsWithArtisan: true } asked)
            return NotFound();
        if (hasty is not null)
        {
            await Look();
            return AgainBecause(hasty);
        }

        if (await services.GetRequiredService<ShopContacts>()
            .Of(session, asked.ArtisanId, HttpContext.RequestAborted) is not { } number)
            return LocalRedirect($"/pesanan/{id}?key={Uri.EscapeDataString(Key)}");
        var goods = string.Join(", ", asked.Lines.Select(x => $"{x.Quantity} × {x.Title}"));
        var order = Order.Number is { } given ? $"pesanan {given}" : "di CraftMarket";
        var words = T($"Halo, saya pembeli {order}: {goods}. ",
            $"Halo, saya pembeli {order} (Hello, I ordered this): {goods}. ");
        return Redirect(number.WhatsApp(words));
    }

    /// <summary>The buyer says how a delivered part was; the key has been seen, the part is one of this order.</summary>
    public async Task<IActionResult> OnPostReviewAsync(Guid id, string? key, Guid part, int? stars, string? words)
    {
        if (!await Find(id, key) || Order.Parts.All(x => x.Id != new SellerOrderId(part))) return NotFound();
        var byMaker = await services.GetRequiredService<OwnGoods>().IsMaker(User, Order, new(part), HttpContext.RequestAborted);
        if (await dispatch.Send(new ReviewPart(new(part), stars ?? 0, words ?? "", byMaker)) is Refusal refusal)
        {
            (ReviewFailed, TypedStars, TypedWords) = (new(part), stars, words);
            await Look();
            Show(refusal);
            return Again();
        }

        Notice("Terima kasih! Ulasan Anda membantu pembeli lain dan perajinnya.",
            "Thank you! Your review helps other buyers and the maker.");
        return LocalRedirect($"/pesanan/{id}?key={Uri.EscapeDataString(Key)}");
    }

    private async Task<bool> Find(Guid id, string? key)
    {
        if (await FindOrder.ByKey(session, keys, new(id), key, HttpContext.RequestAborted) is not { } order) return false;
        (Order, Key) = (order, key!);
        return true;
    }

    /// <summary>What the page shows beside the order itself.</summary>
    private async Task Look()
    {
        var (parts, stop) = (Order.Parts, HttpContext.RequestAborted);
        Payment = await services.GetRequiredService<OrderPayments>().Of(Order.Id, Order.Method, stop);
        Shown = await MakersAndPhotos.Of(session, parts.SelectMany(x => x.Lines).Select(x => x.ProductId), stop);
        Reachable = await services.GetRequiredService<ShopContacts>()
            .ReachableAsync(session, parts.Where(x => x.IsWithArtisan).Select(x => x.ArtisanId), stop);
        Reviews = await session.ReviewsOfParts(parts.Select(x => x.Id), stop);
    }
}
