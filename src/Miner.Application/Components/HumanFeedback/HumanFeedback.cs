using MediatR;
using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Domain.Components;
using Miner.Domain.Playbooks;

namespace Miner.Application.Components.HumanFeedback;

/// <summary>Reads insights out of the user's words and changes the playbook by them.</summary>
public sealed record HumanFeedbackCommand(ComponentInput Input) : IRequest<ComponentResult>;

internal sealed class HumanFeedbackHandler(
    ConversationLog conversation, WholeCompletion model, IPlaybookRepository playbooks, AnsweringOptions options, TimeProvider time)
    : IRequestHandler<HumanFeedbackCommand, ComponentResult>
{
    private const double Temperature = 0.1;

    public async Task<ComponentResult> Handle(HumanFeedbackCommand command, CancellationToken cancellationToken)
    {
        var input = command.Input;
        var deadline = new AnswerDeadline(time, options.DecideAfter);
        var context = await conversation.ReadAsync(input, cancellationToken);
        var prompt = new Prompt(Component.HumanFeedback, context.Messages)
            .WithPlaybook(context.Playbook)
            .WithPreviousOutputs(input.PreviousOutputs)
            .WithQuestions(input);
        var request = new ChatRequest(prompt.ToMessages(), InsightReader.Schema, Temperature, Component.HumanFeedback, input);
        var (answers, completion) = await model.AskAsync(
            request, choice => string.IsNullOrWhiteSpace(choice.Text) ? null : choice, deadline, cancellationToken);

        var answer = answers[0];
        var read = InsightReader.Read(answer.Text);
        var feedback = string.Join("\n\n", input.Queries);
        var lesson = await playbooks.LearnAsync(input.Cid, Learn, cancellationToken);
        return new ComponentResult(FeedbackReport.Of(feedback, lesson.Changes), completion.Usage, answer.CutShort);

        PlaybookLesson Learn(Playbook playbook)
        {
            var changes = playbook.Apply(read.Insights, feedback, time.GetUtcNow());
            var report = FeedbackReport.Of(feedback, changes);
            return new PlaybookLesson(
                feedback, answer.Text, changes, read.Rejected, conversation.ExchangeOf(input, report.ImmediateResponse));
        }
    }
}
