using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Participants;

/// <summary>Takes in a list of people that an agency sent; the same file again changes nothing.</summary>
[Authorize(Policy = Policies.Staff)]
internal sealed class ImportParticipantsModel(Dispatch dispatch, IQuerySession session) : HousePage
{
    /// <summary>Refused rows that the page shows; the others are counted.</summary>
    public const int MostRows = 200;

    public string? Source { get; private set; }
    public string? AsOf { get; private set; }
    public ImportApi.Imported? Result { get; private set; }

    public void OnGet()
    {
    }

    // The result stands on the answer itself: sent again by a reload, the same file changes nothing.
    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? source, string? asOf)
    {
        (Source, AsOf) = (source, asOf);
        switch (await ImportApi.Take(file, source, Typed.Day(asOf), dispatch, session, HttpContext))
        {
            case ImportApi.Imported imported:
                Result = imported;
                return Page();
            case Refusal refusal:
                Show(refusal);
                return Again();
            case var other:
                throw new InvalidOperationException($"The import answered {other.GetType().Name}.");
        }
    }
}
