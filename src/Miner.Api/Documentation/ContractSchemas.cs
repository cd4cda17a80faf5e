using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Miner.Api.Contracts;

namespace Miner.Api.Documentation;

/// <summary>Writes the contract's limits, defaults and required fields into the schemas, from where the code has them.</summary>
internal static class ContractSchemas
{
    public static void Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        // Where a doc comment was wrapped is nobody's business.
        schema.Description = schema.Description?.ReplaceLineEndings(" ");
        foreach (var attribute in Attributes(context)) State(attribute, schema);
        if (context.JsonTypeInfo.Type.Namespace == typeof(ComponentRequest).Namespace) StateDefaults(schema, context);
        if (schema.Enum is { Count: > 0 }) schema.Type = JsonSchemaType.String;
    }

    /// <summary>
    /// An object that may be null is written as a choice of null and the object. OpenAPI 3.0 wants a type beside <c>nullable</c>, also of
    /// the null.
    /// </summary>
    public static void TypeNulls(OpenApiDocument document)
    {
        var choices = document.Components!.Schemas!.Values.SelectMany(schema => schema.Properties?.Values ?? [])
            .SelectMany(property => property.OneOf ?? []);
        foreach (var choice in choices.OfType<OpenApiSchema>().Where(choice => choice.Type == JsonSchemaType.Null))
            (choice.Type, choice.Enum) = (JsonSchemaType.Object | JsonSchemaType.Null, [JsonNullSentinel.JsonNull]);
    }

    private static object[] Attributes(OpenApiSchemaTransformerContext context) =>
        context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(inherit: true)
        ?? (context.ParameterDescription?.ParameterDescriptor as ControllerParameterDescriptor)?.ParameterInfo.GetCustomAttributes(
            inherit: true)
        ?? [];

    private static void State(object attribute, OpenApiSchema schema)
    {
        switch (attribute)
        {
            case TextAttribute text:
                (schema.MinLength, schema.MaxLength, schema.Pattern) = (Positive(text.Minimum), text.Maximum, text.Pattern);
                break;
            case ItemsAttribute items:
                (schema.MinItems, schema.MaxItems) = (Positive(items.Minimum), items.Maximum);
                break;
            case AllowedValuesAttribute allowed:
                schema.Enum = [.. allowed.Values.Select(value => JsonValue.Create((string?)value)!)];
                break;
        }
    }

    /// <summary>A minimum of 0 says nothing.</summary>
    private static int? Positive(int minimum) => minimum > 0 ? minimum : null;

    /// <summary>
    /// A property of a request that has a value before anything is read into it is optional with that default; any other is required.
    /// </summary>
    private static void StateDefaults(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.CreateObject?.Invoke() is not { } blank) return;
        foreach (var property in context.JsonTypeInfo.Properties)
        {
            if (property.Get!(blank) is not { } value) (schema.Required ??= new HashSet<string>()).Add(property.Name);
            else if (schema.Properties?[property.Name] is OpenApiSchema optional)
                optional.Default = JsonSerializer.SerializeToNode(value, property.PropertyType, context.JsonTypeInfo.Options);
        }
    }
}
