using Miner.Application.Ports;

namespace Miner.Infrastructure.Llm;

/// <summary>The rounds of tools as plain messages, for an upstream that goes on where another was asked with tools.</summary>
internal static class ToolTexts
{
    private const string GoOn = "Go on with these results, and give your whole answer.";

    public static IEnumerable<ChatMessage> Of(IReadOnlyList<ToolRound> rounds)
    {
        if (rounds.Count == 0) return [];
        var results = rounds.SelectMany(round => round.Calls)
            .Select(answered => $"{ToolMessages.Sendable(answered.Call.Arguments)}\n{answered.Result}");
        return
        [
            new ChatMessage(ChatRole.Assistant, $"I use a calculator first.\n\n{string.Join("\n\n", results)}"),
            new ChatMessage(ChatRole.User, GoOn),
        ];
    }
}
