using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Text;

namespace Miner.Application.Recording;

/// <summary>Makes the line of a call that has ended out of what was noted of it.</summary>
internal static class CallSummaryBuilder
{
    /// <summary>Characters of the question and of the answer that are shown in a list, and searched.</summary>
    private const int MostShown = 200;

    private const int MostEndpoint = 200;

    /// <summary>Its number is given to it where it is kept.</summary>
    public static CallSummary Of(CallRecord record, CallOutcome outcome, IReadOnlyList<TimedNote> timed, SecretMask mask)
    {
        var notes = timed.Select(noted => noted.Note).ToList();
        var answer = notes.OfType<AnswerNote>().LastOrDefault();
        var usage = answer?.Usage ?? Sum(notes);
        var input = notes.OfType<InputNote>().LastOrDefault()?.Input;
        var said = answer?.Output.ImmediateResponse ?? notes.OfType<ProblemNote>().LastOrDefault()?.Problem.Detail;
        return new CallSummary(
            Number: 0,
            record.TraceId,
            record.StartedAt,
            outcome.Component,
            Shown(outcome.Endpoint, MostEndpoint)!,
            outcome.Caller,
            outcome.Key,
            outcome.Status,
            outcome.Error,
            TimedNote.Ms(record.Elapsed),
            notes.OfType<UpstreamNote>().LastOrDefault(note => note.Happened == UpstreamEvent.Answered)?.Upstream,
            usage.Samples > 0 ? Shown(usage.Model, MostShown) : null,
            usage.Tokens,
            usage.Samples,
            Cost(notes),
            [.. Enum.GetValues<CallFlag>().Where(flag => notes.Exists(note => Raises(note, flag)))],
            Shown(input?.Cid, MostShown),
            Shown(input is null ? null : string.Join('\n', input.Queries), MostShown),
            Shown(said, MostShown));

        // Masked before it is cut: half a secret is one too many.
        string? Shown(string? text, int most) => text is null ? null : CodePoints.Cut(mask.Hide(text), most);
    }

    private static bool Raises(CallNote note, CallFlag flag) => flag switch
    {
        CallFlag.Cut => note is AnswerNote { Output.Truncated: true }
            || (note is CompletionNote { Completion.Choices: var choices } && choices.Any(choice => choice.End != ChoiceEnd.Complete)),
        CallFlag.Fallback => note is UpstreamNote { Happened: UpstreamEvent.FellBack },
        CallFlag.Hedged => note is UpstreamNote { Happened: UpstreamEvent.Hedged },
        CallFlag.ReAsked => note is ReAskNote,
        CallFlag.Retried => note is UpstreamNote { Happened: UpstreamEvent.Retried },
        CallFlag.SplitVote => note is VoteNote { Vote.Groups.Count: > 1 },
        CallFlag.RepairedJson => note is ReadingNote { Repairs: var repairs } && repairs.IsDamagedJson(),
        _ => throw new ArgumentOutOfRangeException(nameof(flag), flag, "Unknown flag."),
    };

    /// <summary>Of all completions, those that were not used as well; null where no price is set.</summary>
    private static double? Cost(IEnumerable<CallNote> notes) => notes.OfType<CompletionNote>().Sum(note => note.Cost) is > 0 and var cost
        ? Math.Round(cost, 9)
        : null;

    /// <summary>What a call that failed has cost all the same.</summary>
    private static ModelUsage Sum(IEnumerable<CallNote> notes) =>
        notes.OfType<CompletionNote>().Aggregate(ModelUsage.None, (sum, note) => sum + note.Completion.Usage);
}
