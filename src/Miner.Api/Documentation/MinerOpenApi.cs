using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Miner.Api.Security;
using Miner.Api.Telemetry;
using GeneratorJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;
using MvcJsonOptions = Microsoft.AspNetCore.Mvc.JsonOptions;

namespace Miner.Api.Documentation;

/// <summary>The OpenAPI document: what the framework reads off the actions, completed with what it cannot read there.</summary>
internal static class MinerOpenApi
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Components", "The seven components. Each takes the same request and gives the same answer, and remembers the exchange."),
        ("Conversations",
            "What the miner keeps of each conversation: its newest messages, for some days. Every key sees all conversations."),
        ("Playbook",
            "What the miner has learnt of a conversation's user, from the feedback given to HumanFeedback. Every key sees all of it."),
        ("Calls", "What happened in the last calls to the miner, where its operator has them recorded (`RECORD_CALLS`)."),
        ("Status", "What the miner is, what it offers and how it does."),
    ];

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddOptions<GeneratorJsonOptions>().Configure<IOptions<MvcJsonOptions>>(
            (generator, contract) => Copy(contract.Value.JsonSerializerOptions, generator.SerializerOptions));
        return services.AddSingleton<OpenApiFile>().AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            // A JSON object of any form needs no name.
            options.CreateSchemaReferenceId = type =>
                type.Type == typeof(JsonObject) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            options.AddSchemaTransformer((schema, context, _) =>
            {
                ContractSchemas.Complete(schema, context);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                ContractOperations.Complete(operation, context);
                return Task.CompletedTask;
            });
            options.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document);
                ContractHeaders.AddTo(document);
                DocumentedProblems.AddTo(document);
                ContractSchemas.TypeNulls(document);
                return Task.CompletedTask;
            });
        });
    }

    /// <summary>The generator reads the options of minimal APIs, while the contract is written with MVC's.</summary>
    private static void Copy(JsonSerializerOptions contract, JsonSerializerOptions generator)
    {
        generator.PropertyNamingPolicy = contract.PropertyNamingPolicy;
        generator.NumberHandling = contract.NumberHandling;
        foreach (var converter in contract.Converters) generator.Converters.Add(converter);
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Sample Miner API",
            Version = BuildVersion.Number,
            Description = "A miner for Bittensor Subnet 80. Lengths count Unicode code points. "
                + "Every error is a problem document (RFC 9457); programs should tell errors apart by `status`, "
                + "and wrong fields by `errors[].type`.",
            License = new OpenApiLicense { Name = "MIT", Url = new Uri("https://opensource.org/license/mit") },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        document.AddComponent<IOpenApiSecurityScheme>(ApiKeyAuthentication.SchemeName, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = ApiKeyAuthentication.Header,
            Description = "One of the keys in the miner's API_KEY setting.",
        });
    }
}
