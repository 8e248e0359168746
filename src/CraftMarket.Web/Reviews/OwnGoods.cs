using System.Security.Claims;
using CraftMarket.Ordering;
using CraftMarket.People.Contact;
using CraftMarket.Web.Access;
using Marten;

namespace CraftMarket.Web.Reviews;

/// <summary>Tells whether who reviews a part made it: signed in as its maker, or under the number that the maker shares. Keeps
/// nothing of either.</summary>
internal sealed class OwnGoods(IQuerySession session, ShopContacts contacts)
{
    public async Task<bool> IsMaker(ClaimsPrincipal user, BuyerOrder order, SellerOrderId part, CancellationToken cancellation)
    {
        var maker = order.Parts.Single(x => x.Id == part).ArtisanId;
        if (user.FindFirstValue(SignedIn.ArtisanClaim) == maker.Value.ToString()) return true;
        return PhoneNumber.TryParse(order.Recipient?.Phone, out var buyers)
            && await contacts.Of(session, maker, cancellation) == buyers;
    }
}
