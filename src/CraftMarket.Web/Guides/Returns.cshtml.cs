using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Pages.Market;

/// <summary>How goods and money go back.</summary>
[AllowAnonymous]
public sealed class PengembalianModel : HousePage;
