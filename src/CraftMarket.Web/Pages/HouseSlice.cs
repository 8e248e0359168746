using System.IO.Pipelines;
using System.Security.Claims;
using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using RazorSlices;

namespace CraftMarket.Web.Pages;

/// <summary>A template of a page, or of a part of it, that speaks the reader's language.</summary>
public abstract class HouseSlice : RazorSlice
{
    protected HttpContext Context => HttpContext!;

    protected ClaimsPrincipal User => Context.User;

    protected string Lang => Language.Of(Context);
}

/// <inheritdoc cref="HouseSlice"/>
public abstract class HouseSlice<TModel> : RazorSlice<TModel>
{
    protected HttpContext Context => HttpContext!;

    protected ClaimsPrincipal User => Context.User;

    protected string Lang => Language.Of(Context);

    /// <summary>A file of ours under an address that changes with its content.</summary>
    protected string Versioned(string path) =>
        Context.RequestServices.GetRequiredService<IFileVersionProvider>().AddFileVersionToPath(Context.Request.PathBase, path);

    /// <summary>The hidden field by which a form proves that it came from here.</summary>
    protected IHtmlContent Token() => PlainHtml.Token(Context.RequestServices.GetRequiredService<IAntiforgery>(), Context);
}

/// <summary>Answers with a page made by a template. It is made whole first, so that what fails on the way becomes the page of an
/// error.</summary>
internal sealed class SliceResult(RazorSlice page) : ActionResult
{
    private static readonly PipeOptions Whole = new(pauseWriterThreshold: 0, useSynchronizationContext: false);

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (http, made) = (context.HttpContext, new Pipe(Whole));
        using (page)
        {
            page.HttpContext = http;
            await page.RenderAsync(made.Writer, cancellationToken: http.RequestAborted);
        }

        await made.Writer.CompleteAsync();
        http.Response.ContentType = "text/html; charset=utf-8";
        await made.Reader.CopyToAsync(http.Response.BodyWriter, http.RequestAborted);
        await made.Reader.CompleteAsync();
    }
}

internal static class SliceExtensions
{
    /// <summary>Writes a template where it stands in a page of the framework's.</summary>
    public static async Task<IHtmlContent> SliceAsync(this IHtmlHelper html, RazorSlice part)
    {
        using (part)
        {
            part.HttpContext = html.ViewContext.HttpContext;
            await part.RenderAsync(html.ViewContext.Writer, cancellationToken: html.ViewContext.HttpContext.RequestAborted);
        }

        return HtmlString.Empty;
    }
}
