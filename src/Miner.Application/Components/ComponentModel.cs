using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Domain.Components;

namespace Miner.Application.Components;

/// <summary>How a component asks the model for an answer of the two fields.</summary>
internal sealed class ComponentModel(WholeCompletion model)
{
    /// <param name="temperature">0 to 2, or null for the configured one.</param>
    public static ChatRequest Request(Component component, ComponentInput input, Prompt prompt, double? temperature) =>
        new(prompt.ToMessages(), AnswerReader.Schema, temperature, component, input);

    /// <exception cref="ChatModelException">The model gave no answer, or one without text.</exception>
    public async Task<ModelAnswer> AskAsync(ChatRequest request, AnswerDeadline deadline, CancellationToken cancellationToken) =>
        (await SampleAsync(request, deadline, cancellationToken))[0];

    /// <summary>As many answers as the request wants samples, or fewer where some hold no text; at least one.</summary>
    /// <returns>Each with the usage of all of them.</returns>
    /// <exception cref="ChatModelException">The model gave no answer, or none with text.</exception>
    public async Task<IReadOnlyList<ModelAnswer>> SampleAsync(
        ChatRequest request, AnswerDeadline deadline, CancellationToken cancellationToken)
    {
        var read = await model.AskAsync(request, Read, deadline, cancellationToken);
        return [.. read.Answers.Select(answer => new ModelAnswer(answer.Output, read.Completion.Usage, answer.Truncated))];
    }

    private static ReadAnswer? Read(ChatChoice choice) =>
        AnswerReader.Read(choice.Text) is { } answer ? answer with { Truncated = answer.Truncated || choice.CutShort } : null;
}

/// <param name="Truncated">True when the output is shorter than what the model sent or had to say.</param>
internal sealed record ModelAnswer(ComponentOutput Output, ModelUsage Usage, bool Truncated)
{
    /// <summary>The component's result, with <paramref name="notebook"/> in place of the model's.</summary>
    public ComponentResult WithNotebook(string notebook) => new(Output with { Notebook = notebook }, Usage, Truncated);
}
