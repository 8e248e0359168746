using CraftMarket.Web.Idempotency;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CraftMarket.Web.Operating;

/// <summary>Describes the routes at <c>/openapi/v1.json</c>: who may call them, what every route can answer, how values are
/// written.</summary>
internal static class ApiDescription
{
    private const string Bearer = "bearer";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true
            || route.RelativePath?.StartsWith("webhooks/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => Describe(document));
        options.AddOperationTransformer((operation, context, _) => Describe(operation, context));
        options.AddSchemaTransformer((schema, context, _) => ValueSchemas.Describe(schema, context.JsonTypeInfo.Type));
    });

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "CraftMarket",
            Version = "v1",
            Description =
                "Money is whole rupiah. Instants are UTC (ISO 8601), days 2026-11-23, months 2026-11. Errors are problem "
                + "details with a stable code, "
                + "in the language of Accept-Language (id, en).",
        };
        // Whatever address it was asked at: nothing of the machine belongs here.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = Bearer,
                Description = "The accessToken of POST /api/v1/sign-in."
            },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas["Problem"] = ValueSchemas.Problem();
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var about = context.Description.ActionDescriptor.EndpointMetadata;
        var isOpen = about.OfType<IAllowAnonymous>().Any();
        var method = context.Description.HttpMethod;
        if (!isOpen) operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        if (method == HttpMethods.Post && context.Description.RelativePath!.StartsWith("api/", StringComparison.Ordinal))
            AddKey(operation);
        RequestBodies.Describe(operation);
        operation.Responses ??= [];
        foreach (var status in Everywhere(isOpen, method, context.Description.RelativePath!))
            operation.Responses.TryAdd(status, new OpenApiResponse());
        foreach (var (status, answer) in operation.Responses.Where(x => x.Key[0] is '4' or '5'))
        {
            if (answer is not OpenApiResponse problem) continue;
            problem.Description = Meaning(status);
            problem.Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Problem", context.Document) },
            };
        }

        return Task.CompletedTask;
    }

    private static void AddKey(OpenApiOperation operation) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = RequestKey.Header,
        In = ParameterLocation.Header,
        Description = "Same key and body, same answer; same key and another body, 422 idempotency_mismatch.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = RequestKey.MaxLength },
    });

    private static IEnumerable<string> Everywhere(bool isOpen, string? method, string path)
    {
        if (!isOpen) yield return "401";
        if (!isOpen) yield return "403";
        if (path.Contains('{')) yield return "404";
        if (method is "GET" or "DELETE") yield break;
        yield return "400";
        yield return "409";
        yield return "422";
    }

    private static string Meaning(string status) => status switch
    {
        "400" => "The request cannot be read: malformed",
        "401" => "Not signed in",
        "403" => "Not allowed",
        "404" => "Unknown or hidden",
        "409" => "Refused in the present state; the code says why",
        "422" => "Refused for what it says; the code and errors say why",
        _ => "Refused; the code says why",
    };
}
