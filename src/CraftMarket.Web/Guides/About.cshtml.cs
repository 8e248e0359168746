using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Pages.Market;

/// <summary>What this shop is, and who stands behind it.</summary>
[AllowAnonymous]
public sealed class TentangModel(ContactDetails contact) : HousePage
{
    public HouseContact? Contact => contact.Contact;
}
