using Miner.Application.Prompts;
using Miner.Domain.Components;

namespace Miner.Application.Components;

/// <summary>The way of complete, refine, feedback and summary: read the conversation, ask the model, store the pair.</summary>
internal sealed class QuestionAnswering(ConversationLog conversation, ComponentModel model)
{
    /// <param name="temperature">0 to 2, or null for the configured one.</param>
    /// <param name="resolveNotebook">Gives the notebook of the result from the one that the model answered with.</param>
    public async Task<ComponentResult> AnswerAsync(
        Component component,
        ComponentInput input,
        double? temperature,
        Func<string, string> resolveNotebook,
        CancellationToken cancellationToken)
    {
        var context = await conversation.ReadAsync(input, cancellationToken);
        var prompt = new Prompt(component, context.Messages)
            .WithPlaybook(context.Playbook)
            .WithPreviousOutputs(input.PreviousOutputs)
            .WithQuestions(input);
        var answer = await model.AskAsync(component, input, prompt, temperature, cancellationToken);
        var result = answer.WithNotebook(resolveNotebook(answer.Output.Notebook));
        await conversation.WriteAsync(input, result.Output.ImmediateResponse, cancellationToken);
        return result;
    }
}
