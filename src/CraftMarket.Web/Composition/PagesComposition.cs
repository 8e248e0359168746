using CraftMarket.Web.Operating;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CraftMarket.Web.Composition;

/// <summary>Pages: bilingual, without script if need be, friendly when something goes wrong.</summary>
internal static class PagesComposition
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(options => options.RootDirectory = "/").AddRazorOptions(options =>
            // A page finds its parts beside itself, and those that pages of several folders show here.
            options.PageViewLocationFormats.Add("/Pages/{0}.cshtml")).AddMvcOptions(options =>
        {
            // Fields say in the reader's own words what is missing; the framework would say it in English.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.ModelMetadataDetailsProviders.Add(new EmptyText());
            options.Filters.Add<KeepsLanguage>();
            options.Filters.Add<RefusesForeignIds>();
            options.Filters.Add<NotesForgedForms>();
            options.Filters.Add<RefusesUnknownHandlers>();
            options.ModelBinderProviders.Insert(0, new FormIdBinders());
        });
        builder.Services.AddSingleton<FormIds>().AddSingleton<PhotoSeeds>();
        builder.Services.AddSingleton<IHtmlGenerator, PlainHtml>();
        builder.AddCookies();
        builder.Services.AddSingleton(_ => new ContactDetails(HouseContact.Of(builder.Configuration)));
        builder.Services.AddScoped<Say>(services =>
        {
            var http = services.GetRequiredService<IHttpContextAccessor>().HttpContext!;
            return (indonesian, english) => Language.Of(http) == "en" ? english : indonesian;
        });
    }

    /// <summary>Pages answer errors with a page; routes of the contract keep their problem details.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseWhen(IsForPeople, people =>
        {
            people.Use((http, next) =>
            {
                Language.Remember(http);
                return next(http);
            });
            people.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/galat/500",
                SuppressDiagnosticsCallback = failure =>
                {
                    RequestLogging.NoteFailure(failure.HttpContext, failure.Exception);
                    return true;
                },
            });
            people.UseStatusCodePagesWithReExecute("/galat/{0}");
            people.ReadErrorPages();
        });
        if (app.Services.GetRequiredService<ContactDetails>().Contact is null)
            app.Logger.LogWarning(
                "Buyers and makers cannot see whom to ask: set Site__Contact__Office and Site__Contact__Email.");
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => KeepVersioned(file.Context) });
    }

    /// <summary>Reading all pages takes the framework as long as the rest of the start does; so it happens beside it.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.MapRazorPages();
        var pages = app.Services.GetRequiredService<IActionDescriptorCollectionProvider>();
        _ = Task.Run(() => pages.ActionDescriptors);
    }

    private static bool IsForPeople(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api") && !http.Request.Path.StartsWithSegments("/webhooks")
        && !http.Request.Path.StartsWithSegments("/health") && !http.Request.Path.StartsWithSegments("/openapi");

    // A versioned address changes with its content, so a slow line fetches it once.
    private static void KeepVersioned(HttpContext http) => http.Response.Headers.CacheControl =
        http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}
