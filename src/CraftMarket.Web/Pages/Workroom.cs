using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace CraftMarket.Web.Pages;

/// <summary>Where artisans, companions and the office work: every page that asks who is there. The others are the shop's, but
/// for those that lead back in and say so themselves.</summary>
internal static class Workroom
{
    public static bool Holds(ActionDescriptor page) => page.EndpointMetadata.Any(x => x is IAuthorizeData);
}
