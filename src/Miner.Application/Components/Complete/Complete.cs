using MediatR;
using Miner.Application.Prompts;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;
using Miner.Mathematics.Answers.Extraction;

namespace Miner.Application.Components.Complete;

/// <summary>Answers the queries.</summary>
public sealed record CompleteCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class CompleteHandler(
    ModelChoice models,
    ConversationLog conversation,
    HistoryPolicy history,
    PlaybookPolicy playbook,
    AnsweringOptions options,
    MinerMetrics metrics,
    TimeProvider time)
    : IRequestHandler<CompleteCommand, ComponentResult>
{
    public async Task<ComponentResult> Handle(CompleteCommand command, CancellationToken cancellationToken)
    {
        var input = command.Input;
        var answer = await models.AnswerAsync(Component.Complete, input, AskAsync, cancellationToken);
        await conversation.WriteAsync(input, answer, cancellationToken);
        return answer.WithNotebook(Notebook.Resolve(answer.Output.Notebook, input.PreviousOutputs));
    }

    /// <summary>
    /// A mathematical query is answered by a vote of several samples where more than one may be asked for, and false arithmetic by a second
    /// attempt.
    /// </summary>
    private async Task<ComponentResult> AskAsync(ComponentModel model, ComponentInput input, CancellationToken cancellationToken)
    {
        var deadline = new AnswerDeadline(time, options.DecideAfter);
        var context = await conversation.ReadAsync(input, cancellationToken);
        var prompt = new Prompt(Component.Complete, history.ForModel(context.Messages, time.GetUtcNow()), options.StyleFor(input))
            .WithPlaybook(playbook.ForModel(context.Playbook))
            .WithPreviousOutputs(input.PreviousOutputs)
            .WithQueries(input);
        var request = prompt.ToRequest(temperature: null) with { Tools = options.Tools };
        var samples = input.Queries is [var query] && MathematicalQuestion.Is(query) ? options.SelfConsistencySamples : 1;
        var answer = samples > 1
            ? await SelfConsistency.AskAsync(model, prompt, request, input, samples, metrics, deadline, cancellationToken)
            : (await model.AskAsync(request, ComponentResult.Read, deadline, cancellationToken))[0];
        return options.VerifyArithmetic
            ? await ArithmeticVerification.ImproveAsync(answer, model, prompt, input, deadline, cancellationToken)
            : answer;
    }
}
