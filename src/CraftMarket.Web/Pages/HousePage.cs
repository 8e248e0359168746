using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Operating;
using CraftMarket.Web.Outside;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RazorSlices;

namespace CraftMarket.Web.Pages;

/// <summary>A page of the house: speaks the reader's language and shows a refusal at the field that it is about.</summary>
public abstract class HousePage : PageModel
{
    public const string NoticeKey = "notice";

    /// <summary>Tells the next page that somebody has just signed out, so that the browser forgets what they typed.</summary>
    public const string SignedOutKey = "signed-out";

    /// <summary><c>id</c> or <c>en</c>.</summary>
    public string Lang => Language.Of(HttpContext);

    protected string T(string indonesian, string english) => Lang == "en" ? english : indonesian;

    /// <summary>A path of ours as others know it, for links that leave the house: shared, printed, sent.</summary>
    public string Whole(string path) => HttpContext.RequestServices.GetRequiredService<PublicAddress>().Of(Request, path);

    /// <summary>A sentence that the next page shows once.</summary>
    protected void Notice(string indonesian, string english) => TempData[NoticeKey] = T(indonesian, english);

    /// <summary>Why something was refused, where the next page says it.</summary>
    protected void Notice(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        HttpContext.Note(refusal);
        TempData[NoticeKey] = refusal.Why.In(Lang);
    }

    /// <summary>Puts a refusal on the page, and all that was refused with it; the field names of commands and forms are the
    /// same.</summary>
    protected void Show(Refusal refusal)
    {
        HttpContext.Note(refusal);
        foreach (var one in refusal.All) ModelState.AddModelError(one.Field ?? "", one.Why.In(Lang));
    }

    protected void Wrong(string field, string indonesian, string english) =>
        ModelState.AddModelError(field, T(indonesian, english));

    /// <summary>What else would be refused, where something could not even be read: nothing was sent, and all of it is told at
    /// once.</summary>
    protected void ShowBeside(Refusal? refusal)
    {
        foreach (var one in refusal?.All.Where(x => x.Field is not null) ?? []) Show(one);
    }

    /// <summary>What stands around the page: its title, and what it tells search engines.</summary>
    internal PageFrame Frame(string? title, Found? found) => new PageFrame(title, found).Telling(HttpContext, TempData);

    /// <summary>The page as a template that is written straight to the answer (decision 0044).</summary>
    protected static IActionResult Slice(RazorSlice page) => new SliceResult(page);

    /// <summary>Shows the form again with what was wrong; the status tells programs too.</summary>
    protected IActionResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Shows the form again with a refusal of the whole, which may pass when one waits.</summary>
    protected IActionResult AgainBecause(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        Show(refusal with { Field = null });
        var page = Again();
        if (refusal.Kind == RefusalKind.Locked) Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (refusal.RetryAfter is { } wait) Response.Headers.RetryAfter = Replies.Seconds(wait);
        return page;
    }
}
