using MediatR;
using Miner.Application.Prompts;
using Miner.Domain.Components;
using Miner.Domain.Text;
using Miner.Domain.Voting;

namespace Miner.Application.Components.Aggregate;

/// <summary>Takes a majority vote over the previous outputs.</summary>
public sealed record AggregateCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class AggregateHandler(
    ConversationLog conversation, ComponentModel model, AnsweringOptions options, TimeProvider time)
    : IRequestHandler<AggregateCommand, ComponentResult>
{
    private const double Temperature = 0.1;

    private static readonly ComponentResult NothingToAggregate =
        new(new ComponentOutput("No previous outputs to aggregate.", Notebook.NoUpdate), Usage: null, Truncated: false);

    public async Task<ComponentResult> Handle(AggregateCommand command, CancellationToken cancellationToken)
    {
        var input = command.Input;
        if (input.PreviousOutputs.Count == 0) return NothingToAggregate;

        var vote = MajorityVote.Count(
            string.Join('\n', input.Queries.Prepend(input.Task)),
            [.. input.PreviousOutputs.Select(previous => previous.Output.ImmediateResponse)]);
        var notebook = NotebookVote.Choose(input.PreviousOutputs.Select(previous => previous.Output.Notebook));
        var result = vote.IsDecided ? Decided(vote, notebook) : await AskAsync(vote, input, notebook, cancellationToken);
        await conversation.WriteAsync(input, result.Output.ImmediateResponse, cancellationToken);
        return result;
    }

    private static ComponentResult Decided(MajorityVote vote, string notebook)
    {
        var text = vote.Format();
        var response = CodePoints.Cut(text, ComponentOutput.MaxImmediateResponse);
        return new ComponentResult(new ComponentOutput(response, notebook), Usage: null, Truncated: response.Length < text.Length);
    }

    /// <summary>Free text without a final answer: only a model can tell which outputs mean the same.</summary>
    private async Task<ComponentResult> AskAsync(
        MajorityVote vote,
        ComponentInput input,
        string notebook,
        CancellationToken cancellationToken)
    {
        var deadline = new AnswerDeadline(time, options.DecideAfter);
        var context = await conversation.ReadAsync(input, cancellationToken);
        var prompt = new Prompt(Component.Aggregate, context.Messages).WithPlaybook(context.Playbook).WithQuestions(input);
        foreach (var (index, group) in vote.Groups.Concat(vote.Unreadable).Index())
            prompt.WithBlock($"group {index + 1}, given by {group.Count} of {vote.OutputCount} outputs", group.Fullest);
        var request = ComponentModel.Request(Component.Aggregate, input, prompt, Temperature);
        return (await model.AskAsync(request, deadline, cancellationToken)).WithNotebook(notebook);
    }
}
