using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Miner.Api.Errors;
using Miner.Api.Limits;

namespace Miner.Api.Documentation;

/// <summary>
/// The errors, each once in the document. All have one schema: were a 422 of a type of its own, a client that wants to catch every error
/// would have to catch two types.
/// </summary>
internal static class DocumentedProblems
{
    private const string Schema = nameof(ProblemDetails);

    private static readonly Dictionary<int, (string Description, string Detail, string[] Headers)> All = new()
    {
        [401] = ("The API key is missing.", "An API key is needed in the header X-API-Key.", [ContractHeaders.Authenticate]),
        [403] = ("The API key is wrong.", "This API key is not one of the miner's.", []),
        [404] = ("There is no such conversation, or no such recorded call.", "There is no conversation under this id.", []),
        [413] = ($"The body is larger than {BodySizeLimit.MaxBytes / 1024 / 1024} MiB.", "The body is larger than 10 MiB.", []),
        [415] = ("The body is not JSON.", "The body must be JSON in UTF-8: Content-Type application/json.", []),
        [422] = ("Something in the request is wrong.", "Something in the request is wrong; errors names each field.", []),
        [429] = (
            "The limit is used up, or too many wrong keys came from this address.",
            "The limit of this endpoint is used up; try again in 42 s.",
            [ContractHeaders.RetryAfter, .. ContractHeaders.Limit]),
        [500] = ("The miner made a mistake.", "The miner made a mistake; its operator finds it in the log under trace_id.", []),
        [502] = (
            "The model's service answered with an error, or with no completion.",
            "The model's upstream refused the API key (401).",
            []),
        [503] = (
            "Too many requests are under way, the model's service is overloaded, or the store is not available.",
            "Too many requests are under way; try again in 1 s.",
            [ContractHeaders.RetryAfter]),
        [504] = ("The answer took too long.", "The answer took longer than a request may take.", []),
    };

    public static IOpenApiResponse Reference(OpenApiDocument document, int status) => new OpenApiResponseReference(Name(status), document);

    public static void AddTo(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        schemas[Schema] = Describe((OpenApiSchema)schemas[nameof(InvalidRequestProblem)]);
        schemas.Remove(nameof(InvalidRequestProblem));
        // Programs that make clients read a choice of types as one of them, so the items are left open.
        ((OpenApiSchema)schemas[nameof(FieldError)].Properties!["loc"]).Items =
            new OpenApiSchema { Description = "A name (string) or an index (integer)." };
        foreach (var (status, (description, detail, headers)) in All)
        {
            document.AddComponent<IOpenApiResponse>(Name(status), new OpenApiResponse
            {
                Description = description,
                Headers = headers.Length == 0 ? null : ContractHeaders.References(document, headers),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [Problems.MediaType] = new()
                    {
                        Schema = new OpenApiSchemaReference(Schema, document),
                        Example = Example(status, detail),
                    },
                },
            });
        }
    }

    /// <summary>What the framework cannot know: which fields every problem has, and what they mean here.</summary>
    private static OpenApiSchema Describe(OpenApiSchema schema)
    {
        var errors = schema.Properties!["errors"];
        schema.Description = "What went wrong (RFC 9457).";
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("`about:blank`: `status` says it all."),
            ["title"] = Text("The status in words."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
            ["detail"] = Text("A sentence for people."),
            ["trace_id"] = Text("Names the request in the miner's log."),
            ["errors"] = errors,
        };
        ((OpenApiSchema)errors).Description = "Of a 422, everything that is wrong; absent otherwise.";
        schema.Required = new HashSet<string> { "type", "title", "status", "detail", "trace_id" };
        return schema;
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    /// <summary>The framework still calls a 422 by its old name.</summary>
    private static string Title(int status) =>
        status == StatusCodes.Status422UnprocessableEntity ? "Unprocessable Content" : ReasonPhrases.GetReasonPhrase(status);

    private static string Name(int status) => Title(status).Replace(" ", "", StringComparison.Ordinal);

    private static JsonObject Example(int status, string detail)
    {
        var example = new JsonObject
        {
            ["type"] = "about:blank",
            ["title"] = Title(status),
            ["status"] = status,
            ["detail"] = detail,
            ["trace_id"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };
        if (status != StatusCodes.Status422UnprocessableEntity) return example;
        example["errors"] = new JsonArray(new JsonObject
        {
            ["loc"] = new JsonArray("body", "input", 0, "user_query"),
            ["msg"] = "This must not be blank.",
            ["type"] = "string_too_short",
        });
        return example;
    }
}
