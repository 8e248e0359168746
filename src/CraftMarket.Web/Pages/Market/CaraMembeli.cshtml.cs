using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Pages.Market;

/// <summary>From the first look to the goods in hand, step by step.</summary>
[AllowAnonymous]
public sealed class CaraMembeliModel : HousePage;
