using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Guides;

/// <summary>How goods and money go back.</summary>
[AllowAnonymous]
public sealed class ReturnsModel : HousePage;
