using MediatR;
using Miner.Application.Prompts;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;

namespace Miner.Application.Components.Feedback;

/// <summary>Gives strengths, weaknesses and suggestions for each previous output.</summary>
public sealed record FeedbackCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class FeedbackHandler(
    ModelChoice models,
    ConversationLog conversation,
    HistoryPolicy history,
    PlaybookPolicy playbook,
    AnsweringOptions options,
    TimeProvider time)
    : IRequestHandler<FeedbackCommand, ComponentResult>
{
    private const double Temperature = 0.3;

    public async Task<ComponentResult> Handle(FeedbackCommand command, CancellationToken cancellationToken)
    {
        var answer = await models.AnswerAsync(Component.Feedback, command.Input, AskAsync, cancellationToken);
        await conversation.WriteAsync(command.Input, answer, cancellationToken);
        return answer.WithNotebook(Notebook.NoUpdate);
    }

    private async Task<ComponentResult> AskAsync(ComponentModel model, ComponentInput input, CancellationToken cancellationToken)
    {
        var deadline = new AnswerDeadline(time, options.DecideAfter);
        var context = await conversation.ReadAsync(input, cancellationToken);
        var prompt = new Prompt(Component.Feedback, history.ForModel(context.Messages, time.GetUtcNow()))
            .WithPlaybook(playbook.ForModel(context.Playbook))
            .WithPreviousOutputs(input.PreviousOutputs)
            .WithFindings(Findings.Of(input))
            .WithQueries(input);
        var request = prompt.ToRequest(Temperature);
        return (await model.AskAsync(request, ComponentResult.Read, deadline, cancellationToken))[0];
    }
}
