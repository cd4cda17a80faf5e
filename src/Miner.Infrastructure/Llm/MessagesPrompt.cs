using Miner.Application.Ports;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// A prompt as the Messages API wants it: the system's part apart, then turns that alternate, beginning with the user's, and no blank
/// block. Two places end what is the same in the next request: the instructions, which all requests of a component share, and all before
/// the last message, which a second sample and another attempt share.
/// </summary>
internal static class MessagesPrompt
{
    private const string User = "user";
    private const string Assistant = "assistant";
    private const string Beginning = "(Earlier messages are left out.)";

    private static readonly MessagesCacheControl Breakpoint = new("ephemeral");

    /// <summary>The system's messages, wherever they stand, the last with a breakpoint; null where there is none.</summary>
    public static IReadOnlyList<MessagesBlock>? System(IReadOnlyList<ChatMessage> messages)
    {
        var texts = Said(messages).Where(message => message.Role == ChatRole.System).ToList();
        return texts.Count == 0 ? null : [.. texts.Select((message, index) => Block(message, ends: index == texts.Count - 1))];
    }

    public static IReadOnlyList<MessagesTurn> Turns(IReadOnlyList<ChatMessage> messages)
    {
        var said = Said(messages).Where(message => message.Role != ChatRole.System).ToList();
        var turns = new List<(string Role, List<MessagesBlock> Blocks)>();
        if (said is [{ Role: ChatRole.Assistant }, ..]) turns.Add((User, [new MessagesBlock("text", Beginning, null)]));
        foreach (var (index, message) in said.Index())
        {
            var role = message.Role == ChatRole.Assistant ? Assistant : User;
            if (turns.Count == 0 || turns[^1].Role != role) turns.Add((role, []));
            turns[^1].Blocks.Add(Block(message, ends: index == said.Count - 2));
        }

        return [.. turns.Select(turn => new MessagesTurn(turn.Role, turn.Blocks))];
    }

    private static IEnumerable<ChatMessage> Said(IReadOnlyList<ChatMessage> messages) =>
        messages.Where(message => !string.IsNullOrWhiteSpace(message.Content));

    private static MessagesBlock Block(ChatMessage message, bool ends) => new("text", message.Content, ends ? Breakpoint : null);
}
