using System.Globalization;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Operating;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Api;

/// <summary>Turns an answer into a reply: the route's own on success, problem details in the reader's language on a
/// refusal.</summary>
internal static class Replies
{
    public static IResult Reply(this Answer answer, HttpContext http, Func<IResult> onSuccess) =>
        answer is Refusal refusal ? refusal.Problem(http) : onSuccess();

    public static IResult Reply<T>(this Answer answer, HttpContext http, Func<T, IResult> onSuccess) where T : Answer =>
        answer switch
        {
            Refusal refusal => refusal.Problem(http),
            T result => onSuccess(result),
            _ => throw new InvalidOperationException($"Expected {typeof(T).Name}, got {answer.GetType().Name}."),
        };

    public static IResult Problem(this Refusal refusal, HttpContext http)
    {
        http.Note(refusal);
        if (refusal.RetryAfter is { } wait) http.Response.Headers.RetryAfter = Seconds(wait);
        var why = refusal.Why.In(Language.Of(http));
        var problem = new ProblemDetails { Status = Status(refusal.Kind), Title = why, Detail = why };
        problem.Extensions["code"] = refusal.Code;
        foreach (var (name, value) in refusal.Details) problem.Extensions[name] = value;
        var errors = refusal.All.Where(x => x.Field is not null).DistinctBy(x => x.Field)
            .ToDictionary(x => x.Field!, x => new[] { x.Why.In(Language.Of(http)) });
        if (errors.Count > 0) problem.Extensions["errors"] = errors;
        return Results.Problem(problem);
    }

    /// <summary>As <c>Retry-After</c> is written.</summary>
    internal static string Seconds(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static int Status(RefusalKind kind) => kind switch
    {
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Missing => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.WrongType => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.WrongMethod => StatusCodes.Status405MethodNotAllowed,
        RefusalKind.Locked => StatusCodes.Status429TooManyRequests,
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.Broken => StatusCodes.Status500InternalServerError,
        RefusalKind.NotSignedIn => StatusCodes.Status401Unauthorized,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
