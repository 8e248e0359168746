using Microsoft.OpenApi;

namespace CraftMarket.Web.Operating;

/// <summary>How our small types look in JSON: the description cannot see through their converters.</summary>
internal static class ValueSchemas
{
    public static Task Describe(OpenApiSchema schema, Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value.GetInterfaces().Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IId<>)))
            Text(schema, "uuid");
        else if (value == typeof(RegionCode)) Text(schema, null, "^[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?$");
        else if (value == typeof(LocalMonth)) Text(schema, null, "^[0-9]{4}-[0-9]{2}$");
        else if (value == typeof(Rupiah))
        {
            schema.Type = JsonSchemaType.Integer;
            schema.Format = "int64";
            schema.Properties = null;
        }

        return Task.CompletedTask;
    }

    /// <summary>RFC 9457 with our code and, where fields are at fault, what is wrong with each.</summary>
    public static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "status", "title", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable; programs decide by it." },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties =
                    new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };

    private static void Text(OpenApiSchema schema, string? format, string? pattern = null)
    {
        schema.Type = JsonSchemaType.String;
        schema.Format = format;
        schema.Pattern = pattern;
        schema.Properties = null;
    }
}
