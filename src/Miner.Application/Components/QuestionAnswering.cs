using Miner.Application.Prompts;
using Miner.Domain.Components;
using Miner.Mathematics.Answers.Extraction;

namespace Miner.Application.Components;

/// <summary>The way of complete, refine, feedback and summary: read the conversation, ask the model, store the pair.</summary>
internal sealed class QuestionAnswering(
    ConversationLog conversation,
    ComponentModel model,
    SelfConsistency selfConsistency,
    ArithmeticVerification arithmetic,
    AnsweringOptions options,
    TimeProvider time)
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
        var deadline = new AnswerDeadline(time, options.DecideAfter);
        var context = await conversation.ReadAsync(input, cancellationToken);
        var prompt = new Prompt(component, context.Messages)
            .WithPlaybook(context.Playbook)
            .WithPreviousOutputs(input.PreviousOutputs)
            .WithQuestions(input);
        var request = ComponentModel.Request(component, input, prompt, temperature);
        var answer = component == Component.Complete && input.Queries is [var question] && MathematicalQuestion.Is(question)
            ? await selfConsistency.AskAsync(request, $"{input.Task}\n{question}", deadline, cancellationToken)
            : await model.AskAsync(request, deadline, cancellationToken);
        if (component is Component.Complete or Component.Refine)
            answer = await arithmetic.ImproveAsync(answer, request, prompt, deadline, cancellationToken);
        var result = answer.WithNotebook(resolveNotebook(answer.Output.Notebook));
        await conversation.WriteAsync(input, result.Output.ImmediateResponse, cancellationToken);
        return result;
    }
}
