using System.Globalization;
using Miner.Client;

namespace Miner.TestUi.Views;

/// <summary>One thing that happened in a recorded call.</summary>
/// <param name="AtMs">Since the call began.</param>
/// <param name="Notes">What there is to say of it, a sentence each.</param>
/// <param name="Texts">Longer texts, each with its title.</param>
internal sealed record CallStep(
    int Number, double AtMs, string Title, IReadOnlyList<string> Notes, IReadOnlyList<(string Title, string Text)> Texts)
{
    /// <summary>Everything of all lists, in the order in which it happened.</summary>
    public static IReadOnlyList<CallStep> Of(CallDetail detail) =>
    [
        .. detail.Prompts.Select(Of)
            .Concat(detail.Completions.SelectMany(Of))
            .Concat(detail.Events.Select(Of))
            .Concat(detail.Votes.Select(Of))
            .Concat(detail.Checks.Select(Of))
            .Concat(detail.Stored.Select(Of))
            .OrderBy(step => step.Number),
    ];

    private static CallStep Of(CallPrompt prompt) => new(
        prompt.Step, prompt.AtMs, $"Prompt {prompt.Number}",
        [
            $"{Shown.Count(prompt.Samples, "answer")} wanted, {Shown.Words(prompt.Schema ?? "free text")}"
                + (prompt.Temperature is { } temperature ? string.Create(CultureInfo.InvariantCulture, $", temperature {temperature}") : "")
                + (prompt.Tools.Count > 0 ? $", may call {string.Join(", ", prompt.Tools)}" : ""),
        ],
        [.. prompt.Messages.Select(message => ($"Message: {message.Role}", message.Content))]);

    private static IEnumerable<CallStep> Of(CallCompletion completion)
    {
        var took = completion.DurationMs is { } ms ? $"{Shown.Number(ms)} ms" : "not ended";
        yield return new CallStep(
            completion.Step, completion.AtMs, $"{completion.Upstream} asked with prompt {completion.Prompt}",
            [
                completion.Failure is { } failure
                    ? $"Failed after {took}: {failure}"
                    : $"{completion.Model}, {took}, {completion.PromptTokens} + {Shown.Count(completion.CompletionTokens, "token")}",
            ],
            [.. completion.Samples.Select(sample => ($"Completion {sample.Number}, raw", Raw(sample)))]);
        foreach (var sample in completion.Samples)
        {
            if (sample.Reading is not { } reading) continue;
            var at = completion.AtMs + (completion.DurationMs ?? 0);
            yield return new CallStep(reading.Step, at, $"Completion {sample.Number} read", NotesOf(reading), TextsOf(reading));
        }
    }

    private static string Raw(CallSample sample) =>
        string.Join('\n', sample.ToolCalls.Select(call => $"{call.Name}({call.Arguments})").Prepend(sample.Text)).Trim();

    private static List<string> NotesOf(CallReading reading) =>
    [
        .. reading.FinalAnswer is { } answer ? new[] { $"Final answer: {answer}" } : [],
        .. reading.Repairs.Count > 0 ? new[] { $"Repaired: {string.Join(", ", reading.Repairs).Replace('_', ' ')}" } : [],
        .. reading.Insights is { } insights ? new[] { Shown.Count(insights, "insight") } : [],
        .. reading.Rejected.Select(reason => $"No insight: {reason}"),
    ];

    private static List<(string, string)> TextsOf(CallReading reading) =>
    [
        .. reading.Response.Length > 0 ? new[] { ("Answer read", reading.Response) } : [],
        .. reading.Notebook is not ("" or "no update") ? new[] { ("Notebook read", reading.Notebook) } : [],
    ];

    private static CallStep Of(CallEvent happened) => new(
        happened.Step, happened.AtMs,
        $"{happened.Upstream ?? "The miner"} {Shown.Words(happened.Event)}",
        happened.Reason is { } reason ? [reason] : [],
        []);

    private static CallStep Of(CallVote vote) => new(
        vote.Step, vote.AtMs, $"Vote over {Shown.Count(vote.Outputs, vote.OfSamples ? "sample" : "previous output")}",
        [
            .. vote.Groups.Select(group => $"{group.Count} × {group.Answer}{(group.Final ? "" : " (no final answer)")}{Samples(group)}"),
            vote.Decided ? "It decides." : "It does not decide.",
        ],
        []);

    private static string Samples(CallVoteGroup group) => group.Samples.Count == 0
        ? ""
        : $" ({Shown.Noun("completion", group.Samples.Count == 1)} {string.Join(", ", group.Samples)})";

    private static CallStep Of(CallCheck check) => new(
        check.Step, check.AtMs, check.Sample is { } sample ? $"Equations of completion {sample} computed" : "Equations computed",
        [
            $"{Shown.Count(check.Holding, "equation")} {(check.Holding == 1 ? "holds" : "hold")}",
            .. check.Failing.Select(equation => $"{equation.Text} is {equation.Correct}"),
        ],
        []);

    private static CallStep Of(CallStorage stored) => new(
        stored.Step, stored.AtMs, stored.Succeeded ? "Stored" : "Could not be stored",
        [.. stored.Changes.Select(change => $"{Shown.Words(change.Outcome)} {change.InsightType}: {change.Key} = {change.Value}")],
        [
            .. stored.User is { } user ? new[] { ("As the user", user) } : [],
            .. stored.Assistant is { } assistant ? new[] { ("As the assistant", assistant) } : [],
        ]);
}
