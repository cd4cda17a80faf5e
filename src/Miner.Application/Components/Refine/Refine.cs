using MediatR;
using Miner.Application.Prompts;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;

namespace Miner.Application.Components.Refine;

/// <summary>Improves the previous outputs.</summary>
public sealed record RefineCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class RefineHandler(
    ModelChoice models,
    ConversationLog conversation,
    HistoryPolicy history,
    PlaybookPolicy playbook,
    AnsweringOptions options,
    TimeProvider time)
    : IRequestHandler<RefineCommand, ComponentResult>
{
    public async Task<ComponentResult> Handle(RefineCommand command, CancellationToken cancellationToken)
    {
        var input = command.Input;
        var answer = await models.AnswerAsync(Component.Refine, input, AskAsync, cancellationToken);
        await conversation.WriteAsync(input, answer, cancellationToken);
        return answer.WithNotebook(Notebook.Resolve(answer.Output.Notebook, input.PreviousOutputs));
    }

    /// <summary>False arithmetic is answered by a second attempt.</summary>
    private async Task<ComponentResult> AskAsync(ComponentModel model, ComponentInput input, CancellationToken cancellationToken)
    {
        var deadline = new AnswerDeadline(time, options.DecideAfter);
        var context = await conversation.ReadAsync(input, cancellationToken);
        var prompt = new Prompt(Component.Refine, history.ForModel(context.Messages, time.GetUtcNow()), options.StyleFor(input))
            .WithPlaybook(playbook.ForModel(context.Playbook))
            .WithPreviousOutputs(input.PreviousOutputs)
            .WithFindings(Findings.Of(input))
            .WithQueries(input);
        var request = prompt.ToRequest(temperature: null) with { Tools = options.Tools };
        var answers = await model.AskAsync(request, ComponentResult.Read, deadline, cancellationToken);
        return options.VerifyArithmetic
            ? await ArithmeticVerification.ImproveAsync(answers[0], model, prompt, input, deadline, cancellationToken)
            : answers[0];
    }
}
