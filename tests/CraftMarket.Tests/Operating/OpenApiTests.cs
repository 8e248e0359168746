using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CraftMarket.Tests.Operating;

/// <summary>The application describes every route that other programs rely on.</summary>
public sealed partial class OpenApiTests(RunningMarket market)
{
    public static TheoryData<string, string> Contract => new()
    {
        { "post /api/v1/sign-in", "200 401 429" },
        { "delete /api/v1/session", "204 401" },
        { "post /api/v1/account/password", "200 401 422 429" },
        { "post /api/v1/accounts/{}/reset", "201 401 403 404" },
        { "delete /api/v1/accounts/{}/sessions", "204 401 403 404 409" },
        { "delete /api/v1/accounts/{}", "204 401 403 404 409 422" },
        { "post /api/v1/programmes", "201 401 403 422" },
        { "post /api/v1/batches", "201 401 403 422" },
        { "post /api/v1/participants", "201 409 422" },
        { "post /api/v1/participants/import", "200" },
        { "post /api/v1/participants/{}/verifications", "201 404" },
        { "post /api/v1/participants/{}/baseline", "201 404" },
        { "post /api/v1/batches/{}/enrolments", "201 404 409" },
        { "post /api/v1/batches/{}/completions", "201 404 409" },
        { "post /api/v1/participants/{}/artisan", "201 404" },
        { "post /api/v1/invitations/{}", "201 404" },
        { "post /api/v1/photos", "202 413 415 422" },
        { "get /api/v1/photos/{}", "200 404" },
        { "put /api/v1/artisans/me/brand", "200 422" },
        { "post /api/v1/groups", "201 409 422" },
        { "get /api/v1/groups/{}", "200 404" },
        { "post /api/v1/artisans/me/group", "200 404 409 422" },
        { "delete /api/v1/artisans/me/group", "204 404" },
        { "put /api/v1/artisans/me/group/brand", "200 403 404 422" },
        { "post /api/v1/products", "201 422" },
        { "post /api/v1/products/{}/submission", "202 404" },
        { "post /api/v1/products/{}/curation", "200 404" },
        { "patch /api/v1/products/{}", "200 404 409" },
        { "get /api/v1/products", "200" },
        { "get /api/v1/products/{}", "200 404" },
        { "get /api/v1/villages/{}", "200 404" },
        { "put /api/v1/villages/{}", "204 404 409 422" },
        { "put /api/v1/villages/{}/gallery", "204 404 409 422" },
        { "post /api/v1/villages/{}/rules", "204 404 409 422" },
        { "post /api/v1/orders", "201 409 422" },
        { "get /api/v1/orders/{}", "200 404" },
        { "post /webhooks/stripe", "200 400" },
        { "post /api/v1/orders/{}/payment-confirmation", "200 404" },
        { "get /api/v1/artisans/me/orders", "200 401 403" },
        { "post /api/v1/seller-orders/{}/acceptance", "200 409" },
        { "post /api/v1/seller-orders/{}/refusal", "200 409" },
        { "post /api/v1/seller-orders/{}/shipment", "200 409 422" },
        { "post /api/v1/seller-orders/{}/delivery", "200 409" },
        { "post /api/v1/seller-orders/{}/refunds", "202 409" },
        { "get /api/v1/artisans/me/earnings", "200 401 403" },
        { "post /api/v1/orders/{}/transfer-acceptance", "200 404 409" },
        { "post /api/v1/orders/{}/transfer-return", "200 404 409" },
        { "get /api/v1/refunds", "200 422" },
        { "post /api/v1/refunds/{}/sent", "200 404 409 422" },
        { "post /api/v1/payouts", "201 409 422" },
        { "post /api/v1/payouts/{}/paid", "200 404" },
        { "post /api/v1/payouts/{}/returned", "200 404" },
        { "post /api/v1/sales/off-platform", "201 422" },
        { "get /api/v1/reports/income", "200 401 403" },
    };

    [Theory, MemberData(nameof(Contract))]
    public async Task it_describes_the_contract(string route, string answers)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        var (_, described) = await Described(route);
        var told = described.GetProperty("responses").EnumerateObject().Select(x => x.Name).ToList();
        Assert.Empty(answers.Split(' ').Except(told));
        Assert.True(described.TryGetProperty("summary", out _), $"{route} has no summary.");
        if (method == "post" && path.StartsWith("/api", StringComparison.Ordinal))
            Assert.Contains(described.GetProperty("parameters").EnumerateArray(), x =>
                x.GetProperty("name").GetString() == "Idempotency-Key");
    }

    public static TheoryData<string, string, string> Bodies => new()
    {
        { "post /api/v1/sign-in", "application/json", "login password code" },
        { "post /api/v1/account/password", "application/json", "current new code" },
        { "delete /api/v1/accounts/{}", "application/json", "reason" },
        { "post /api/v1/batches", "application/json", "programmeId name skill mode venue villageCode startsOn endsOn capacity" },
        { "post /api/v1/participants", "application/json", "name nik birthDate sex villageCode phone registers" },
        { "post /api/v1/participants/import", "multipart/form-data", "file source asOf" },
        { "post /api/v1/participants/{}/verifications", "application/json", "outcome visitedOn note" },
        { "post /api/v1/participants/{}/baseline", "application/json", "month netIncome sources household" },
        { "post /api/v1/batches/{}/enrolments", "application/json", "participantId" },
        { "post /api/v1/invitations/{}", "application/json", "password consents" },
        { "post /api/v1/photos", "multipart/form-data", "file" },
        { "put /api/v1/artisans/me/brand", "application/json", "name story colour logoPhotoId" },
        { "post /api/v1/products", "application/json",
            "name description price stock leadTimeDays category materials weightGrams photoIds" },
        { "patch /api/v1/products/{}", "application/json", "price stock description groupBrand" },
        { "post /api/v1/artisans/me/group", "application/json", "groupId code" },
        { "post /api/v1/products/{}/curation", "application/json", "decision reason" },
        { "post /api/v1/orders", "application/json", "buyer shipTo lines payment" },
        { "post /api/v1/orders/{}/payment-confirmation", "application/json", "reference amount" },
        { "post /api/v1/seller-orders/{}/refusal", "application/json", "reason" },
        { "post /api/v1/seller-orders/{}/shipment", "application/json", "courier trackingNumber noTracking" },
        { "post /api/v1/seller-orders/{}/delivery", "application/json", "key" },
        { "post /api/v1/seller-orders/{}/refunds", "application/json", "amount reason" },
        { "post /api/v1/payouts", "application/json", "artisanId amount" },
        { "post /api/v1/payouts/{}/paid", "application/json", "reference" },
        { "post /api/v1/sales/off-platform", "application/json", "month soldOn amount materialCost proof photoId" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task it_describes_what_is_sent(string route, string type, string fields)
    {
        var (whole, described) = await Described(route);
        var schema = described.GetProperty("requestBody").GetProperty("content").GetProperty(type).GetProperty("schema");
        if (schema.TryGetProperty("$ref", out var reference))
            schema = whole.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        Assert.Empty(fields.Split(' ').Except(schema.GetProperty("properties").EnumerateObject().Select(x => x.Name)));
    }

    [Theory]
    [InlineData("patch /api/v1/products/{}", "If-Match", "header")]
    [InlineData("put /api/v1/villages/{}", "If-Match", "header")]
    [InlineData("put /api/v1/villages/{}/gallery", "If-Match", "header")]
    [InlineData("post /api/v1/villages/{}/rules", "If-Match", "header")]
    [InlineData("post /api/v1/seller-orders/{}/delivery", "key", "query")]
    [InlineData("get /api/v1/orders/{}", "key", "query")]
    public async Task it_describes_what_else_goes_along(string route, string name, string place) => Assert.Contains(
        (await Described(route)).Operation.GetProperty("parameters").EnumerateArray(),
        x => x.GetProperty("name").GetString() == name && x.GetProperty("in").GetString() == place);

    private async Task<(JsonElement Whole, JsonElement Operation)> Described(string route)
    {
        using var visitor = market.Visitor();
        var whole = await visitor.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        var described = whole.GetProperty("paths").EnumerateObject().Where(x => Parameter().Replace(x.Name, "{}") == path)
            .Select(x => x.Value.TryGetProperty(method, out var operation) ? operation : default)
            .SingleOrDefault(x => x.ValueKind == JsonValueKind.Object);
        Assert.True(described.ValueKind == JsonValueKind.Object, $"{route} is not described.");
        return (whole, described);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
