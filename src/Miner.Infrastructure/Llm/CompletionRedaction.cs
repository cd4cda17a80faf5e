using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>Takes the upstreams' keys out of what one of them answered.</summary>
internal static class CompletionRedaction
{
    /// <param name="model">The model that was asked, shown in place of a name that has a key in it.</param>
    public static ChatCompletion Of(ChatCompletion completion, UpstreamSecrets secrets, string model) => completion with
    {
        Choices = [.. completion.Choices.Select(choice => Choice(choice, secrets))],
        Usage = secrets.AreInName(completion.Usage.Model) ? completion.Usage with { Model = model } : completion.Usage,
    };

    private static ChatChoice Choice(ChatChoice choice, UpstreamSecrets secrets) => choice with
    {
        Text = secrets.Hide(choice.Text),
        ToolCalls = choice.ToolCalls.Count == 0 ? choice.ToolCalls : [.. choice.ToolCalls.Select(call => Call(call, secrets))],
    };

    private static ToolCall Call(ToolCall call, UpstreamSecrets secrets) =>
        new(secrets.Hide(call.Id), secrets.Hide(call.Name), secrets.Hide(call.Arguments));
}
