using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Miner.Api.Contracts;
using Miner.Api.Security;

namespace Miner.Api.Documentation;

/// <summary>Completes the OpenAPI document with what the framework cannot read off the actions.</summary>
internal static class MinerOpenApi
{
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services
        .AddOutputCache()
        .AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            options.AddDocumentTransformer(Describe);
            options.AddOperationTransformer(RequireKey);
            options.AddSchemaTransformer(StateLimits);
        });

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Sample Miner API",
            Version = "1.0.0",
            Description = "A miner for Bittensor Subnet 80. Errors are problem details (RFC 9457); lengths count Unicode code points.",
            License = new OpenApiLicense { Name = "MIT", Url = new Uri("https://opensource.org/license/mit") },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [ApiKeyAuthentication.SchemeName] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = ApiKeyAuthentication.Header,
                Description = "One of the keys in the miner's API_KEY setting.",
            },
        };
        return Task.CompletedTask;
    }

    private static Task RequireKey(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any()) return Task.CompletedTask;
        var scheme = new OpenApiSecuritySchemeReference(ApiKeyAuthentication.SchemeName, context.Document);
        operation.Security = [new OpenApiSecurityRequirement { [scheme] = [] }];
        return Task.CompletedTask;
    }

    private static Task StateLimits(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var parameter = context.ParameterDescription?.ParameterDescriptor as ControllerParameterDescriptor;
        var attributes = context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(inherit: true)
            ?? parameter?.ParameterInfo.GetCustomAttributes(inherit: true)
            ?? [];
        foreach (var attribute in attributes)
        {
            if (attribute is TextAttribute text) (schema.MinLength, schema.MaxLength) = (text.Minimum, text.Maximum);
            if (attribute is ItemsAttribute items) (schema.MinItems, schema.MaxItems) = (items.Minimum, items.Maximum);
        }

        return Task.CompletedTask;
    }
}
