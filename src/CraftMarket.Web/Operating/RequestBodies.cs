using Microsoft.OpenApi;

namespace CraftMarket.Web.Operating;

/// <summary>What some routes read by hand, and what the description could not know of otherwise.</summary>
internal static class RequestBodies
{
    public static void Describe(OpenApiOperation operation)
    {
        switch (operation.OperationId)
        {
            case "uploadPhoto" or "importRegions" or "importShippingRates":
                operation.RequestBody = Form(("file", File()));
                break;
            case "ImportParticipants":
                operation.RequestBody = Form(("file", File()), ("source", Text()), ("asOf", Text("date")));
                break;
            case "reviseProduct":
                (operation.Parameters ??= []).Add(IfMatch("product"));
                break;
            case "describeVillage" or "arrangeGallery" or "issueMarkRules":
                (operation.Parameters ??= []).Add(IfMatch("village"));
                break;
            case "closeAccount":
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true, Content = Content("application/json", Fields([("reason", Text())], ["reason"])),
                };
                break;
            case "deliverSellerOrder":
                operation.RequestBody = new OpenApiRequestBody
                {
                    Description = "The order's key, unless it stands in the query or staff say so.",
                    Content = Content("application/json", Fields([("key", Text())])),
                };
                break;
        }
    }

    private static OpenApiParameter IfMatch(string of) => new()
    {
        Name = "If-Match",
        In = ParameterLocation.Header,
        Description = $"The ETag of the {of} as it was read. An edit of something older is refused with 409 stale.",
        Schema = Text(),
    };

    private static OpenApiRequestBody Form(params (string Name, IOpenApiSchema Schema)[] fields) => new()
    {
        Required = true,
        Content = Content("multipart/form-data", Fields(fields, [.. fields.Select(x => x.Name)])),
    };

    private static Dictionary<string, OpenApiMediaType> Content(string type, OpenApiSchema schema) =>
        new() { [type] = new() { Schema = schema } };

    private static OpenApiSchema Fields(IEnumerable<(string Name, IOpenApiSchema Schema)> fields,
        HashSet<string>? required = null) => new()
        {
            Type = JsonSchemaType.Object,
            Required = required,
            Properties = fields.ToDictionary(x => x.Name, x => x.Schema),
        };

    private static OpenApiSchema File() => Text("binary");

    private static OpenApiSchema Text(string? format = null) => new() { Type = JsonSchemaType.String, Format = format };
}
