using System.Text.Json;
using System.Text.RegularExpressions;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// The rounds of tools as messages of Chat Completions: the model's with its calls, then one for each result. What a model sent is sent
/// back only where servers take it: some read the arguments as JSON, and names and ids must be plain words.
/// </summary>
internal static partial class ToolMessages
{
    private const int MaxArguments = 4_000;

    public static IEnumerable<CompletionMessage> Of(IReadOnlyList<ToolRound> rounds)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var round in rounds)
        {
            var calls = round.Calls.Select(answered => (Call: Sendable(answered.Call, ids), answered.Result)).ToList();
            yield return new CompletionMessage("assistant", round.Text, [.. calls.Select(call => call.Call)]);
            foreach (var (call, result) in calls) yield return new CompletionMessage("tool", result, ToolCallId: call.Id);
        }
    }

    /// <param name="ids">Those that are taken.</param>
    private static CompletionToolCall Sendable(ToolCall call, HashSet<string> ids)
    {
        var id = call.Id;
        if (!Word.IsMatch(id) || !ids.Add(id)) ids.Add(id = $"call_{ids.Count + 1}_of_miner");
        return new CompletionToolCall(
            id, "function", new CompletionCall(Word.IsMatch(call.Name) ? call.Name : "unknown", Sendable(call.Arguments)));
    }

    /// <summary>The arguments, or an empty object where they are none, or long.</summary>
    public static string Sendable(string arguments)
    {
        if (arguments.Length > MaxArguments) return "{}";
        try
        {
            using var document = JsonDocument.Parse(arguments);
            return document.RootElement.ValueKind == JsonValueKind.Object ? arguments : "{}";
        }
        catch (JsonException)
        {
            return "{}";
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }
}

/// <summary>A tool as Chat Completions offers it.</summary>
internal sealed record CompletionTool(string Type, CompletionFunction Function)
{
    public static CompletionTool Of(ChatTool tool) =>
        new("function", new CompletionFunction(tool.Name, tool.Description, JsonElement.Parse(tool.Parameters)));
}

internal sealed record CompletionFunction(string Name, string Description, JsonElement Parameters);

internal sealed record CompletionToolCall(string Id, string Type, CompletionCall Function);

/// <param name="Arguments">JSON as text.</param>
internal sealed record CompletionCall(string Name, string Arguments);
