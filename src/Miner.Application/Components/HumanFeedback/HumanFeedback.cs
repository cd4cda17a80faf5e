using MediatR;
using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Application.Recording;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;

namespace Miner.Application.Components.HumanFeedback;

/// <summary>Reads insights out of the user's words and changes the playbook by them.</summary>
public sealed record HumanFeedbackCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class HumanFeedbackHandler(
    ModelChoice models,
    ConversationLog conversation,
    HistoryPolicy history,
    PlaybookPolicy policy,
    IPlaybookRepository playbooks,
    AnsweringOptions options,
    TimeProvider time)
    : IRequestHandler<HumanFeedbackCommand, ComponentResult>
{
    private const double Temperature = 0.1;

    public async Task<ComponentResult> Handle(HumanFeedbackCommand command, CancellationToken cancellationToken)
    {
        var input = command.Input;
        var (read, modelText, truncated, usage) = await models.ReadInsightsAsync(input, AskAsync, cancellationToken);
        var feedback = string.Join("\n\n", input.Queries);
        var lesson = await playbooks.LearnAsync(input.Cid, Learn, cancellationToken);
        CallRecord.Current?.Note(new LessonNote(lesson));
        return new ComponentResult(FeedbackReport.Of(feedback, lesson.Changes) with { Truncated = truncated }, usage);

        PlaybookLesson Learn(Playbook playbook)
        {
            var changes = playbook.Apply(read.Insights, feedback, time.GetUtcNow());
            var report = new ComponentResult(FeedbackReport.Of(feedback, changes), usage);
            return new PlaybookLesson(feedback, modelText, changes, read.Rejected, conversation.ExchangeOf(input, report));
        }
    }

    private async Task<InsightResult> AskAsync(ComponentModel model, ComponentInput input, CancellationToken cancellationToken)
    {
        var deadline = new AnswerDeadline(time, options.DecideAfter);
        var context = await conversation.ReadAsync(input, cancellationToken);
        // What the model would be paid for could not be stored.
        if (context.Failure is { IsAway: true } away) throw away;
        var prompt = new Prompt(Component.HumanFeedback, history.ForModel(context.Messages, time.GetUtcNow()))
            .WithPlaybook(policy.ForModel(context.Playbook))
            .WithPreviousOutputs(input.PreviousOutputs)
            .WithQueries(input);
        var request = prompt.ToRequest(InsightReader.Schema, Temperature);
        return (await model.AskAsync(request, InsightResult.Of, deadline, cancellationToken))[0];
    }
}
