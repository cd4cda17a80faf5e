using Microsoft.OpenApi;

namespace Miner.Api.Documentation;

/// <summary>The response headers that callers may rely on.</summary>
internal static class ContractHeaders
{
    public const string RetryAfter = "Retry-After";
    public const string Authenticate = "WWW-Authenticate";

    /// <summary>What every answer of a limited endpoint tells of its limit.</summary>
    public static readonly string[] Limit = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];

    /// <summary>What a component tells of its answer.</summary>
    public static readonly string[] Cost = ["X-Model", "X-Tokens-Used", "X-Samples-Used", "Server-Timing", "X-Truncated", "X-Cost"];

    private static readonly Dictionary<string, (JsonSchemaType Type, string Description)> All = new()
    {
        [RetryAfter] = (JsonSchemaType.Integer, "After how many seconds to ask again."),
        [Authenticate] = (JsonSchemaType.String, "`ApiKey`: the scheme that is wanted."),
        [Limit[0]] = (JsonSchemaType.Integer, "How many requests a window allows."),
        [Limit[1]] = (JsonSchemaType.Integer, "How many requests this window still allows."),
        [Limit[2]] = (JsonSchemaType.Integer, "In how many seconds this window ends."),
        [Cost[0]] = (JsonSchemaType.String, "The model that answered; absent when none was asked."),
        [Cost[1]] = (JsonSchemaType.Integer, "The tokens of prompt and completion; absent when no model was asked."),
        [Cost[2]] = (JsonSchemaType.Integer, "How many answers of the model the answer was chosen from; absent when no model was asked."),
        [Cost[3]] = (JsonSchemaType.String, "`model;dur=` and the milliseconds that the model took; absent when none was asked."),
        [Cost[4]] = (JsonSchemaType.String, "`true` when the answer was over its limits and was cut; absent otherwise."),
        [Cost[5]] = (JsonSchemaType.Number, "What the tokens cost, in the currency of the prices; absent where no price is set."),
    };

    public static void AddTo(OpenApiDocument document)
    {
        foreach (var (name, (type, description)) in All)
        {
            document.AddComponent<IOpenApiHeader>(
                name, new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } });
        }
    }

    /// <summary>References to the headers named <paramref name="names"/>.</summary>
    public static Dictionary<string, IOpenApiHeader> References(OpenApiDocument document, IEnumerable<string> names) =>
        names.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document));
}
