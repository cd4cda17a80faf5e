using Miner.Application.Answers;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Domain.Components;

namespace Miner.Application.Components;

/// <summary>How a component asks the model for an answer of the two fields.</summary>
internal sealed class ComponentModel(IChatModel model)
{
    /// <param name="temperature">0 to 2, or null for the configured one.</param>
    /// <exception cref="ChatModelException">The model gave no answer, or one without text.</exception>
    public async Task<ModelAnswer> AskAsync(
        Component component, ComponentInput input, Prompt prompt, double? temperature, CancellationToken cancellationToken)
    {
        var request = new ChatRequest(prompt.ToMessages(), AnswerReader.Schema, temperature, component, input);
        var completion = await model.CompleteAsync(request, cancellationToken);
        var answer = AnswerReader.Read(completion.Text)
            ?? throw new ChatModelException(ChatModelFailure.Failed, "The model's answer holds no text.");
        return new ModelAnswer(answer.Output, ModelUsage.Of(completion), answer.Truncated || completion.CutShort);
    }
}

/// <param name="Truncated">True when the output is shorter than what the model sent or had to say.</param>
internal sealed record ModelAnswer(ComponentOutput Output, ModelUsage Usage, bool Truncated)
{
    /// <summary>The component's result, with <paramref name="notebook"/> in place of the model's.</summary>
    public ComponentResult WithNotebook(string notebook) => new(Output with { Notebook = notebook }, Usage, Truncated);
}
