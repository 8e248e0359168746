using System.Globalization;
using System.Text.RegularExpressions;

namespace CraftMarket.Demo;

/// <summary>Reads Stripe's form encoding: <c>line_items[0][price_data][unit_amount]=5500000</c>.</summary>
internal static partial class FakeStripeForm
{
    public static (FakeStripeSession? Session, string? Refusal) Session(IFormCollection form, string key, DateTimeOffset now)
    {
        var lines = new List<FakeStripeLine>();
        for (var i = 0; form.ContainsKey($"line_items[{i}][price_data][unit_amount]"); i++)
            lines.Add(new(form[$"line_items[{i}][price_data][product_data][name]"].ToString(),
                Number(form, $"line_items[{i}][price_data][unit_amount]") * Number(form, $"line_items[{i}][quantity]")));
        if (form["mode"] != "payment" || lines.Count == 0) return (null, "Missing required param: line_items, in mode payment.");
        if (form["success_url"].ToString().Length == 0) return (null, "Missing required param: success_url.");
        var created = now.ToUnixTimeSeconds();
        var ends = form.ContainsKey("expires_at") ? Number(form, "expires_at") : created + 24 * 3600;
        if (ends < created + 30 * 60 || ends > created + 24 * 3600)
            return (null, "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.");
        return (new("cs_test_" + NewId.For("stand-in session", key).ToString("N"), lines.Sum(x => x.Amount),
            form["line_items[0][price_data][currency]"].ToString(), "open", "unpaid", "pi_" + NewId.For("stand-in intent", key)
                .ToString("N"),
            form["success_url"].ToString(), form["cancel_url"].ToString(), form["client_reference_id"].FirstOrDefault(),
            Metadata(form), lines, created, ends, Parameters(form)), null);
    }

    public static FakeStripeRefund Refund(IFormCollection form, string key, DateTimeOffset now) =>
        new("re_" + NewId.For("stand-in refund", key).ToString("N"),
        form["payment_intent"].ToString(), Number(form, "amount"), now.ToUnixTimeSeconds(), Metadata(form), Parameters(form));

    /// <summary>Every parameter: under the same idempotency key Stripe takes no other.</summary>
    private static string Parameters(IFormCollection form) =>
        string.Join('&', form.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Key}={x.Value}"));

    private static long Number(IFormCollection form, string name) => Number(form[name]);

    /// <summary>Nought when it is none.</summary>
    public static long Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static Dictionary<string, string> Metadata(IFormCollection form) => form
        .Select(x => (Name: MetadataName().Match(x.Key), x.Value)).Where(x => x.Name.Success)
        .ToDictionary(x => x.Name.Groups[1].Value, x => x.Value.ToString());

    [GeneratedRegex(@"^metadata\[([^\]]+)\]\z")]
    private static partial Regex MetadataName();
}
