using CraftMarket.Catalogue;
using CraftMarket.Income;
using CraftMarket.Media;
using CraftMarket.Ordering;
using CraftMarket.Payments;
using CraftMarket.People;
using CraftMarket.People.Persons;
using CraftMarket.Training;
using CraftMarket.Web.Accounts;
using CraftMarket.Web.Api;
using CraftMarket.Web.Batches;
using CraftMarket.Web.Idempotency;
using CraftMarket.Web.Income;
using CraftMarket.Web.Limits;
using CraftMarket.Web.Operating;
using CraftMarket.Web.Orders;
using CraftMarket.Web.Outside;
using CraftMarket.Web.Payments;
using CraftMarket.Web.Photos;
using CraftMarket.Web.Reviews;
using CraftMarket.Web.Shipping;
using JasperFx;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Composition;

/// <summary>Puts the house together: capabilities, store, messages, pages and routes.</summary>
public static class MarketApplication
{
    /// <param name="args">Command line: nothing to serve, or a command such as <c>codegen write</c>.</param>
    /// <param name="adjust">What the demo adds, or a test sets differently, such as the clock.</param>
    /// <param name="settings">Configuration that a test sets; it wins over files and environment.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? adjust = null,
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            EnvironmentName = settings?.GetValueOrDefault("environment"),
            ApplicationName = typeof(MarketApplication).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHostedService<StreamIdMemory>().AddSingleton<IReferenceData, StreamKinds>();
        builder.Services.AddMedia(builder.Configuration).AddPeople().AddTraining().AddCatalogue().AddOrdering().AddPayments()
            .AddIncome();
        builder.Services.AddSingleton<IReferenceData, EarlierErasures>().AddSingleton<IReferenceData, RetiredMessages>();
        builder.AddMarketStore();
        builder.AddMessages();
        if (builder.Environment.IsDevelopment()) builder.Services.AddHostedService<ReferenceData>();
        builder.Services.AddHostedService<RegionWatch>();
        builder.AddAccess();
        builder.AddOperations();
        builder.AddStripe();
        builder.AddNotices();
        builder.Services.AddIdempotency();
        builder.AddLimits();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<ReadYourWrites>().AddSingleton<SupplySeen>()
            .AddScoped<Dispatch>().AddScoped<OwnGoods>()
            .AddScoped<PhotoUpload>().AddScoped<ResumableUploads>();
        builder.Services.AddApiDescription();
        builder.Services.AddProblemDetails();
        builder.Services.AddReadableInput();
        builder.Services.RefuseEmptyIds();
        builder.AddPages();
        builder.Services.AddOutside();
        // Looks through every assembly for commands and for the compiler; a deployed program that only serves needs neither.
        if (args.Length > 0 || builder.Environment.IsDevelopment()) builder.Host.ApplyJasperFxExtensions();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseOperations();
        app.UsePages();
        app.UseReadableInput();
        app.UseMatching();
        app.UseAccess();
        app.UseRateLimiter();
        app.UseListPages();
        app.UseIdempotency();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        var api = app.MapGroup("/api/v1").DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(BodySizes.Usual));
        api.MapPeople();
        api.MapTraining();
        api.MapPhotos();
        api.MapUploads();
        api.MapCatalogue();
        api.MapOrdering();
        api.MapShippingRates();
        api.MapPayments();
        api.MapRefunds();
        api.MapIncome();
        app.MapMediaFiles();
        app.MapPageUploads();
        api.MapDeadLetters();
        app.MapStripe();
        app.MapFeeds();
        app.MapPages();
        return app;
    }
}
