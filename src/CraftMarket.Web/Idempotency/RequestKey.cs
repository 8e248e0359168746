using System.Security.Claims;

namespace CraftMarket.Web.Idempotency;

/// <summary>What makes two requests the same one: who sends it, where to, and under which <c>Idempotency-Key</c>.</summary>
/// <param name="Name">The three as one; the key itself is the sender's and may be short, so no two senders share one.</param>
internal sealed record RequestKey(string Name)
{
    public const string Header = "Idempotency-Key";
    public const int MaxLength = 255;

    /// <summary>The id under which the answer is kept.</summary>
    public Guid Id => NewId.For("request", Name);

    /// <summary>Null when the sender gave no key.</summary>
    public static RequestKey? Of(HttpContext http)
    {
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0 || !HttpMethods.IsPost(http.Request.Method)) return null;
        var actor = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        return new(string.Join('\n', actor, http.Request.Path.Value, http.Request.QueryString.Value, key));
    }
}
