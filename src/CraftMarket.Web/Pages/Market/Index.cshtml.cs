using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Pages.Market;

/// <summary>The shop window.</summary>
[AllowAnonymous]
public sealed class IndexModel : HousePage;
