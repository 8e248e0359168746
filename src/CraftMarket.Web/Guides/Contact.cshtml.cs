using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Guides;

/// <summary>Whom to ask, and about what.</summary>
[AllowAnonymous]
public sealed class ContactModel(ContactDetails contact) : HousePage
{
    public HouseContact? Contact => contact.Contact;
}
