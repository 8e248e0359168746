using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Pages.Market;

/// <summary>What this shop is, and who stands behind it.</summary>
[AllowAnonymous]
public sealed class TentangModel(ContactDesk desk) : HousePage
{
    public HouseContact? Contact => desk.Contact;
}
