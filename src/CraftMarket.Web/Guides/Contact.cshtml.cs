using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Pages.Market;

/// <summary>Whom to ask, and about what.</summary>
[AllowAnonymous]
public sealed class KontakModel(ContactDetails contact) : HousePage
{
    public HouseContact? Contact => contact.Contact;
}
