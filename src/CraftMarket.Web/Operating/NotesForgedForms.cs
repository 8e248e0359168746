using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CraftMarket.Web.Operating;

/// <summary>Notes forms that came without the token that they were given out with: another site may have sent them.</summary>
internal sealed class NotesForgedForms : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) context.HttpContext.NoteForged("bad_form_token");
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
