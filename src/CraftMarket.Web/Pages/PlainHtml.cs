using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace CraftMarket.Web.Pages;

/// <summary>Writes a form's hidden token as HTML; the framework writes it as XHTML, with a slash that the HTML checker remarks on
/// at every form.</summary>
internal sealed class PlainHtml(IAntiforgery antiforgery, IOptions<MvcViewOptions> options, IModelMetadataProvider metadata,
    IUrlHelperFactory urls,
    HtmlEncoder encoder, ValidationHtmlAttributeProvider validation)
        : DefaultHtmlGenerator(antiforgery, options, metadata, urls, encoder, validation)
{
    private readonly IAntiforgery _antiforgery = antiforgery;

    public override IHtmlContent GenerateAntiforgery(ViewContext viewContext)
    {
        ArgumentNullException.ThrowIfNull(viewContext);
        return Token(_antiforgery, viewContext.HttpContext);
    }

    public static TagBuilder Token(IAntiforgery antiforgery, HttpContext http)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        return new("input")
        {
            TagRenderMode = TagRenderMode.StartTag,
            Attributes = { ["name"] = tokens.FormFieldName, ["type"] = "hidden", ["value"] = tokens.RequestToken },
        };
    }
}
