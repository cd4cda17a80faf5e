using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Mathematics.Answers;
using Miner.Mathematics.Answers.Extraction;

namespace Miner.Application.Recording;

/// <summary>Makes the detail of a call that has ended out of what was noted of it.</summary>
internal sealed class CallDetailBuilder(IReadOnlyList<TimedNote> notes, CallTexts texts)
{
    /// <summary>The most answers whose final answer is sought: more samples than any vote takes.</summary>
    private const int MostFinalAnswers = 64;

    private readonly NotedCompletions _completions = NotedCompletions.Of(notes);

    /// <remarks>What matters most is kept first, should there be too much.</remarks>
    public CallDetail Build()
    {
        var answer = Last<AnswerNote>() is { Output: var output }
            ? new CallOutput(texts.Keep(output.ImmediateResponse), texts.Keep(output.Notebook), output.Truncated)
            : null;
        var problem = Last<ProblemNote>() is { Problem: var told } ? Keep(told) : null;
        var input = Last<InputNote>() is { } asked ? Keep(asked) : null;
        var votes = Each<VoteNote, CallVote>(Keep);
        var checks = Each<EquationsNote, CallCheck>(Keep);
        var events = texts.Keep(Steps().Where(step => EventOf(step) is not null), step => EventOf(step)!);
        var spans = texts.Keep(NotedSpans.Of(notes), span => span);
        var completions = texts.Keep(_completions.All, Keep);
        var stored = texts.Keep(Steps().Where(step => step.Note is ExchangeNote or LessonNote), Keep);
        var prompts = texts.Keep(_completions.Prompts.Index(), prompt => Keep(prompt.Index + 1, prompt.Item));
        return new CallDetail(
            input, spans, prompts, completions, events, votes, checks, stored, answer, problem,
            Cut: texts.IsCut || notes.Count >= CallRecord.MostNotes);
    }

    private IEnumerable<Step> Steps() => notes.Select((noted, index) => new Step(index + 1, TimedNote.Ms(noted.At), noted.Note));

    private T? Last<T>()
        where T : CallNote => notes.Select(noted => noted.Note).OfType<T>().LastOrDefault();

    private IReadOnlyList<TKept> Each<T, TKept>(Func<Step, T, TKept> keep)
        where T : CallNote => texts.Keep(Steps().Where(step => step.Note is T), step => keep(step, (T)step.Note));

    private CallInput Keep(InputNote asked) => new(
        texts.Keep(asked.Input.Cid), texts.Keep(asked.Input.Task), texts.Keep(asked.Input.Queries, texts.Keep),
        asked.Input.PreviousOutputs.Count, asked.Input.UseConversationHistory, asked.Input.UsePlaybook);

    private CallProblem Keep(CallProblem problem) => problem with
    {
        Detail = texts.Keep(problem.Detail),
        Errors = texts.Keep(problem.Errors, error => new CallFieldError(texts.Keep(error.Field), texts.Keep(error.Message))),
    };

    private CallVote Keep(Step step, VoteNote counted)
    {
        var vote = counted.Vote;
        var groups = vote.Groups.Select(group => (group, IsFinal: true)).Concat(vote.Unreadable.Select(group => (group, IsFinal: false)));
        return new CallVote(
            step.Number, step.AtMs, counted.OfSamples, vote.OutputCount, vote.IsDecided, texts.KeepIfAny(counted.Computed),
            texts.Keep(groups, item => new CallVoteGroup(
                texts.Keep(item.group.Answer), item.IsFinal, item.group.Count,
                counted.OfSamples ? _completions.SamplesThatSay(item.group.Outputs) : [])));
    }

    private CallCheck Keep(Step step, EquationsNote check) => new(
        step.Number, step.AtMs, _completions.SampleThatSays(check.Answer), check.Holding,
        texts.Keep(check.False, equation => new CallEquation(texts.Keep(equation.Text), texts.Keep(equation.Correct))));

    private CallEvent? EventOf(Step step) => step.Note switch
    {
        UpstreamNote { Upstream: var upstream, Happened: var happened, Complaint: var complaint } =>
            new CallEvent(step.Number, step.AtMs, happened.Name(), upstream, texts.KeepIfAny(complaint)),
        ReAskNote { Reason: var reason } => new CallEvent(step.Number, step.AtMs, "re_asked", Upstream: null, reason),
        _ => null,
    };

    private CallCompletion Keep(NotedCompletion noted)
    {
        var usage = noted.Completion?.Usage;
        return new CallCompletion(
            noted.Step, TimedNote.Ms(noted.At), noted.Prompt, noted.Upstream,
            noted.EndedAt is { } end ? TimedNote.Ms(end - noted.At) : null,
            texts.KeepIfAny(usage?.Model), usage?.PromptTokens ?? 0, usage?.CompletionTokens ?? 0, texts.KeepIfAny(noted.Failure),
            texts.Keep(noted.Samples, Keep));
    }

    private CallSample Keep(NotedSample sample) => new(
        sample.Number,
        texts.Keep(sample.Choice.Text),
        sample.Choice.End,
        texts.Keep(sample.Choice.ToolCalls, call => new CallToolUse(texts.Keep(call.Name), texts.Keep(call.Arguments))),
        Reading(sample));

    private CallReading? Reading(NotedSample sample) => sample.Reading switch
    {
        ReadingNote { Output: { } output } read => new CallReading(
            sample.ReadingStep, texts.Keep(output.ImmediateResponse), texts.Keep(output.Notebook), Insights: null, Rejected: [],
            read.Repairs.Names(), FinalAnswerOf(sample, output.ImmediateResponse)),
        InsightsNote insights => new CallReading(
            sample.ReadingStep, Response: "", Notebook: "", insights.Count,
            texts.Keep(insights.Rejected, rejected => texts.Keep(rejected.Reason)), Repairs: [], FinalAnswer: null),
        _ => null,
    };

    private string? FinalAnswerOf(NotedSample sample, string response) =>
        sample.Number <= MostFinalAnswers && Last<InputNote>() is { Input: var input } && input.Queries.All(MathematicalQuestion.Is)
            && FinalAnswer.Extract(response, input.Question) is { Text: var text }
            ? texts.Keep(text)
            : null;

    private CallStorage Keep(Step step) => step.Note switch
    {
        ExchangeNote { Exchange: var pair, IsStored: var isStored } => new CallStorage(
            step.Number, step.AtMs, isStored, texts.Keep(pair.User), texts.Keep(pair.Assistant), Changes: []),
        LessonNote { Lesson: var lesson } => new CallStorage(
            step.Number, step.AtMs, Succeeded: true, texts.KeepIfAny(lesson.Exchange?.User), texts.KeepIfAny(lesson.Exchange?.Assistant),
            texts.Keep(lesson.Changes, change => new CallPlaybookChange(
                change.Insight.Type, texts.Keep(change.Insight.Key), texts.Keep(change.Insight.Value), change.Insight.Operation,
                change.Outcome))),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Note, "Nothing was stored."),
    };

    private CallPrompt Keep(int number, NotedPrompt prompt) => new(
        number, prompt.Step, TimedNote.Ms(prompt.At),
        texts.Keep(Messages(prompt.Request), message => message with { Content = texts.Keep(message.Content) }),
        prompt.Request.Schema?.Name, prompt.Request.Temperature, prompt.Request.Samples,
        [.. prompt.Request.Tools.Select(tool => tool.Name)]);

    private static IEnumerable<CallMessage> Messages(ChatRequest request)
    {
        foreach (var message in request.Messages) yield return new CallMessage(message.Role.ToString().ToLowerInvariant(), message.Content);
        foreach (var round in request.Rounds)
        {
            yield return new CallMessage("assistant", string.Join('\n', round.Calls.Select(Called).Prepend(round.Text)).Trim());
            foreach (var call in round.Calls) yield return new CallMessage("tool", call.Result);
        }
    }

    private static string Called(AnsweredCall call) => $"{call.Call.Name}({call.Call.Arguments})";

    private sealed record Step(int Number, double AtMs, CallNote Note);
}
