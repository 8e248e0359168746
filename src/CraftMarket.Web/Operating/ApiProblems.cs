using System.Text.Json;
using CraftMarket.Web.Api;
using Microsoft.AspNetCore.Diagnostics;

namespace CraftMarket.Web.Operating;

/// <summary>Whatever goes wrong, a program is told by problem details with a code; people get pages.</summary>
internal static class ApiProblems
{
    public static void AddApiProblems(this IServiceCollection services) =>
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

    public static void UseApiProblems(this WebApplication app) => app.UseWhen(IsForPrograms, programs =>
    {
        programs.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => Of(http.Features.Get<IExceptionHandlerFeature>()!.Error).Problem(http).ExecuteAsync(http),
            SuppressDiagnosticsCallback = failure =>
            {
                // What the sender did wrong is not ours to log as an error.
                if (Of(failure.Exception) == Unexpected) RequestLogging.NoteFailure(failure.HttpContext, failure.Exception);
                return true;
            },
        });
        programs.UseStatusCodePages(page => Of(page.HttpContext) is { } refusal
            ? refusal.Problem(page.HttpContext).ExecuteAsync(page.HttpContext)
            : Task.CompletedTask);
    });

    private static bool IsForPrograms(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/webhooks");

    private static Refusal Of(Exception failure) => failure switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge,
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => WrongType,
        BadHttpRequestException { InnerException: UnwritableTextException text } =>
            UnwritableText.Refused(UnwritableText.FieldAt(text.Path)),
        BadHttpRequestException { InnerException: JsonException json } =>
            Malformed with { Field = UnwritableText.FieldAt(json.Path) },
        BadHttpRequestException or InvalidDataException => Malformed,
        _ => Unexpected,
    };

    private static Refusal? Of(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status400BadRequest => Malformed,
        StatusCodes.Status401Unauthorized => NotSignedIn,
        StatusCodes.Status403Forbidden => Refusal.Forbidden(),
        StatusCodes.Status404NotFound => Refusal.Missing(),
        StatusCodes.Status405MethodNotAllowed => WrongMethod,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => WrongType,
        >= 500 => Unexpected,
        _ => null,
    };

    private static readonly Refusal Malformed =
        new("malformed", new("Isi permintaan tidak terbaca. Periksa nama dan bentuk isiannya.",
        "The request could not be read. Check the names and forms of its fields."), RefusalKind.Malformed);

    private static readonly Refusal NotSignedIn = new("not_signed_in", new("Silakan masuk dahulu.", "Please sign in first."),
        RefusalKind.NotSignedIn);

    private static readonly Refusal TooLarge = new("too_large", new("Kiriman ini terlalu besar.", "This is too large."),
        RefusalKind.TooLarge);

    private static readonly Refusal WrongMethod =
        new("method_not_allowed", new("Alamat ini tidak menerima perintah itu; lihat Allow.",
        "This address does not take that method; see Allow."), RefusalKind.WrongMethod);

    private static readonly Refusal WrongType = new("unsupported_media_type", new("Jenis isi ini tidak diterima di sini.",
        "This type of content is not accepted here."), RefusalKind.WrongType);

    private static readonly Refusal Unexpected = new("unexpected", new("Ada kesalahan di pihak kami. Coba lagi sebentar lagi.",
        "Something went wrong on our side. Try again shortly."), RefusalKind.Broken);
}
