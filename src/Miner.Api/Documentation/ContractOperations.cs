using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Miner.Api.Limits;
using Miner.Api.Security;
using Miner.Api.Settings;

namespace Miner.Api.Documentation;

/// <summary>Completes each operation: who may call it, how often, with what, and what comes back.</summary>
internal static class ContractOperations
{
    private const string Json = "application/json";

    private static readonly Dictionary<string, (string Description, string? Example)> Parameters = new()
    {
        ["cid"] = ("The conversation's id, percent-encoded as one segment of the path.", "conversation-1"),
        ["limit"] = ("How many to list at most.", null),
        ["offset"] = ("How many of the first to leave out.", null),
        ["component"] = ("Only calls to this component; all calls when it is left out.", null),
        ["flag"] = ("Only calls with this flag.", null),
        ["failed"] = ("`true` for calls that failed alone, `false` for those that did not.", null),
        ["slowest"] = ("Whether the slowest come first, in place of the newest.", null),
        ["q"] = (
            "What each must hold: a conversation in its id, letter case included; a call in the question's or answer's beginning, the id, "
                + "caller, endpoint, upstream or model, in any case.",
            null),
        ["trace_id"] = ("The call's trace id, as in an error's `trace_id`.", "4bf92f3577b34da6a3ce929d0e0e4736"),
        ["number"] = ("Which of the calls of this trace; the newest when it is left out.", null),
        ["playbook"] = ("Whether the conversation's playbook is deleted too.", null),
        ["insight_type"] = ("Only entries of this type; all types when it is left out.", null),
    };

    public static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var document = context.Document!;
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Security = metadata.OfType<IAllowAnonymous>().Any()
            ? []
            : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiKeyAuthentication.SchemeName, document)] = [] }];
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? []) Describe(parameter);
        StateErrors(operation, document);
        StateHeaders(operation, document, metadata.OfType<RequestLimitAttribute>().LastOrDefault());
        var json = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        ShowExamples(operation, json);
    }

    private static void Describe(OpenApiParameter parameter)
    {
        var (description, example) = Parameters.GetValueOrDefault(parameter.Name!);
        parameter.Description = description;
        if (example is not null) parameter.Example = example;
    }

    private static void StateErrors(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var status in operation.Responses!.Keys.ToList())
        {
            var number = int.Parse(status, CultureInfo.InvariantCulture);
            if (number >= StatusCodes.Status400BadRequest) operation.Responses[status] = DocumentedProblems.Reference(document, number);
        }
    }

    private static void StateHeaders(OpenApiOperation operation, OpenApiDocument document, RequestLimitAttribute? limited)
    {
        if (limited is null) return;
        operation.Description =
            $"At most {LimitedEndpoints.PerMinute[limited.Endpoint]} requests a minute for each key and client address, "
            + "unless the miner's operator set another limit.";
        var names = operation.RequestBody is null ? ContractHeaders.Limit : [.. ContractHeaders.Cost, .. ContractHeaders.Limit];
        if (Success(operation) is { } success) success.Headers = ContractHeaders.References(document, names);
    }

    private static void ShowExamples(OpenApiOperation operation, JsonSerializerOptions json)
    {
        var id = operation.OperationId ?? "";
        Show(OperationExamples.Response(id), Success(operation)?.Content, json);
        if (operation.RequestBody?.Content is not { } content) return;
        foreach (var type in content.Keys.Where(type => type != Json).ToList()) content.Remove(type);
        Show(OperationExamples.Request(id), content, json);
    }

    private static void Show(object? example, IDictionary<string, OpenApiMediaType>? content, JsonSerializerOptions json)
    {
        if (example is not null && content?.TryGetValue(Json, out var body) is true)
            body.Example = JsonSerializer.SerializeToNode(example, json);
    }

    private static OpenApiResponse? Success(OpenApiOperation operation) =>
        operation.Responses!.TryGetValue("200", out var response) ? response as OpenApiResponse : null;
}
