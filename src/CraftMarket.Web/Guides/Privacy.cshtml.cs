using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Pages.Market;

/// <summary>What is kept of people, why, how long, and what they may ask for.</summary>
[AllowAnonymous]
public sealed class PrivasiModel(ContactDetails contact) : HousePage
{
    public HouseContact? Contact => contact.Contact;
}
