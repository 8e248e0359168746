namespace CraftMarket.Web.Operating;

/// <summary>Remembers why a request was refused, so that its line in the log can say so.</summary>
internal static class RefusalNotes
{
    private static readonly object Noted = new(), Forged = new();

    public static void Note(this HttpContext http, Refusal refusal) => http.Items[Noted] = refusal;

    /// <summary>Notes that something came back which only we or Stripe can have made, and neither did: a signature, a form's
    /// token, a sealed ticket. Some are merely out of date; many from one source are an attack.</summary>
    public static void NoteForged(this HttpContext http, string code) => http.Items[Forged] = code;

    /// <summary>The code under which somebody was not let in, not allowed or told to come again; null for all else, be it
    /// refused for what it says.</summary>
    public static string? TurnedAway(this HttpContext http)
    {
        if (http.Items[Forged] is string forged) return forged;
        var refusal = http.Items[Noted] as Refusal;
        var away = refusal is { RetryAfter: not null }
            or { Kind: RefusalKind.NotSignedIn or RefusalKind.Forbidden or RefusalKind.Locked };
        if (away) return refusal!.Code;
        return http.Response.StatusCode is 401 or 403 or 429 ? refusal?.Code ?? "turned_away" : null;
    }
}
