using System.Globalization;
using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Storefront;

/// <summary>How looks and sales are spread over makers and villages: the test of a fair window.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class ExposureModel(ReadExposure exposure, TimeProvider clock) : HousePage
{
    [BindProperty(SupportsGet = true)]
    public string? GroupBy { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public ExposureQuestion? Asked { get; private set; }

    public ExposureReport? Report { get; private set; }

    /// <summary>A part of one as people write it: <c>12,5 %</c>.</summary>
    public static string Percent(double part) => string.Create(CultureInfo.GetCultureInfo("id-ID"), $"{part * 100:0.#} %");

    public async Task<IActionResult> OnGetAsync()
    {
        switch (ExposureQuestion.Ask(Typed.Text(GroupBy), Typed.Text(From), Typed.Text(To), LocalMonth.DayOf(clock.GetUtcNow())))
        {
            case ExposureQuestion asked:
                (Asked, From, To) = (asked, $"{asked.From:yyyy-MM-dd}", $"{asked.To:yyyy-MM-dd}");
                Report = await exposure.Run(asked, HttpContext.RequestAborted);
                return Page();
            case Refusal refusal:
                Show(refusal);
                return Again();
            case var other:
                throw new InvalidOperationException($"The report answered {other.GetType().Name}.");
        }
    }
}
