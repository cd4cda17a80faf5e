using MediatR;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Application.Recording;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;
using Miner.Domain.Voting;

namespace Miner.Application.Components.Aggregate;

/// <summary>Takes a majority vote over the previous outputs.</summary>
public sealed record AggregateCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class AggregateHandler(
    ModelChoice models,
    ConversationLog conversation,
    HistoryPolicy history,
    PlaybookPolicy playbook,
    AnsweringOptions options,
    MinerMetrics metrics,
    TimeProvider time)
    : IRequestHandler<AggregateCommand, ComponentResult>
{
    private const double Temperature = 0.1;

    private static readonly ComponentOutput NothingToAggregate = new("No previous outputs to aggregate.", Notebook.NoUpdate);

    public async Task<ComponentResult> Handle(AggregateCommand command, CancellationToken cancellationToken)
    {
        var input = command.Input;
        if (input.PreviousOutputs.Count == 0) return new ComponentResult(NothingToAggregate, ModelUsage.None);

        var vote = MajorityVote.Count(input.Question, [.. input.PreviousOutputs.Select(previous => previous.Output.ImmediateResponse)]);
        metrics.Count(vote);
        CallRecord.Current?.Note(new VoteNote(vote, OfSamples: false));
        var notebook = NotebookVote.Choose(input.PreviousOutputs.Select(previous => previous.Output.Notebook));
        var answer = vote.IsDecided
            ? new ComponentResult(ComponentOutput.Fit(vote.Format(), Notebook.NoUpdate), ModelUsage.None)
            : await models.AnswerAsync(
                Component.Aggregate, input, (model, _, token) => AskAsync(model, vote, input, token), cancellationToken);
        await conversation.WriteAsync(input, answer, cancellationToken);
        return answer.WithNotebook(notebook);
    }

    /// <summary>Free text without a final answer: only a model can tell which outputs mean the same.</summary>
    private async Task<ComponentResult> AskAsync(
        ComponentModel model, MajorityVote vote, ComponentInput input, CancellationToken cancellationToken)
    {
        var deadline = new AnswerDeadline(time, options.DecideAfter);
        var context = await conversation.ReadAsync(input, cancellationToken);
        var prompt = new Prompt(Component.Aggregate, history.ForModel(context.Messages, time.GetUtcNow()))
            .WithPlaybook(playbook.ForModel(context.Playbook))
            .WithQueries(input);
        foreach (var (index, group) in vote.Groups.Concat(vote.Unreadable).Index())
            prompt.WithBlock($"group {index + 1}, given by {group.Count} of {vote.OutputCount} outputs", group.Fullest);
        var request = prompt.ToRequest(Temperature);
        return (await model.AskAsync(request, ComponentResult.Read, deadline, cancellationToken))[0];
    }
}
