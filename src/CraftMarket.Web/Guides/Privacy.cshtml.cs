using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Guides;

/// <summary>What is kept of people, why, how long, and what they may ask for.</summary>
[AllowAnonymous]
public sealed class PrivacyModel(ContactDetails contact) : HousePage
{
    public HouseContact? Contact => contact.Contact;
}
