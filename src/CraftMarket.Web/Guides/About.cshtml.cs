using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Guides;

/// <summary>What this shop is, and who stands behind it.</summary>
[AllowAnonymous]
public sealed class AboutModel(ContactDetails contact) : HousePage
{
    public HouseContact? Contact => contact.Contact;
}
