using MediatR;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;

namespace Miner.Application.Components.Summary;

/// <summary>Summarises the previous outputs.</summary>
public sealed record SummaryCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class SummaryHandler(
    ModelChoice models,
    ConversationLog conversation,
    HistoryPolicy history,
    PlaybookPolicy playbook,
    AnsweringOptions options,
    TimeProvider time)
    : IRequestHandler<SummaryCommand, ComponentResult>
{
    private const double Temperature = 0.2;

    private static readonly ComponentOutput NothingToSummarize = new("No previous outputs to summarize.", Notebook.NoUpdate);

    public async Task<ComponentResult> Handle(SummaryCommand command, CancellationToken cancellationToken)
    {
        var input = command.Input;
        if (input.PreviousOutputs.Count == 0) return new ComponentResult(NothingToSummarize, ModelUsage.None);

        var answer = await models.AnswerAsync(Component.Summary, input, AskAsync, cancellationToken);
        await conversation.WriteAsync(input, answer, cancellationToken);
        return answer.WithNotebook(Notebook.Resolve(answer.Output.Notebook, input.PreviousOutputs));
    }

    private async Task<ComponentResult> AskAsync(ComponentModel model, ComponentInput input, CancellationToken cancellationToken)
    {
        var deadline = new AnswerDeadline(time, options.DecideAfter);
        var context = await conversation.ReadAsync(input, cancellationToken);
        var prompt = new Prompt(Component.Summary, history.ForModel(context.Messages, time.GetUtcNow()))
            .WithPlaybook(playbook.ForModel(context.Playbook))
            .WithPreviousOutputs(input.PreviousOutputs)
            .WithQueries(input);
        var request = prompt.ToRequest(Temperature);
        return (await model.AskAsync(request, ComponentResult.Read, deadline, cancellationToken))[0];
    }
}
