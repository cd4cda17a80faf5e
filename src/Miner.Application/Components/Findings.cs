using System.Globalization;
using Miner.Domain.Components;
using Miner.Domain.Text;
using Miner.Domain.Voting;
using Miner.Mathematics.Answers.Extraction;
using Miner.Mathematics.Equations;

namespace Miner.Application.Components;

/// <summary>
/// What exact checks find wrong with earlier answers, so that a model mends what is known to be wrong instead of looking for it: equations
/// that do not hold, parts of the question that an answer leaves out, final answers that differ, and answers that come to none.
/// </summary>
internal static class Findings
{
    private const int MaxEquations = 3;
    private const int MaxQuoted = 200;

    /// <summary>A longer answer is not looked at: no working that a model writes comes near it.</summary>
    private const int MaxLength = 20_000;

    /// <summary>One finding a line, the answers numbered from 1 as in the prompt; null where nothing is found.</summary>
    public static string? Of(ComponentInput input)
    {
        var outputs = input.PreviousOutputs.Select(previous => previous.Output.ImmediateResponse).ToList();
        var findings = outputs.SelectMany((output, index) => FalseEquations(output, index + 1)).ToList();
        if (input.Queries is not [var query]) return Lines(findings);
        var parts = QuestionParts.Of(query);
        findings.AddRange(outputs.SelectMany((output, index) => UnansweredParts(parts, output, index + 1)));
        if (MathematicalQuestion.Is(query) && outputs.TrueForAll(output => output.Length <= MaxLength))
            findings.AddRange(Disagreements(outputs, input.Question));
        return Lines(findings);
    }

    private static string? Lines(List<string> findings) => findings.Count == 0 ? null : string.Join('\n', findings);

    private static IEnumerable<string> FalseEquations(string output, int number) => output.Length > MaxLength
        ? []
        : EquationChecker.Check(output).False.Take(MaxEquations).Select(equation =>
            $"- Answer {number} states {CodePoints.Cut(equation.Text, MaxQuoted)}, which does not hold: it comes to "
                + $"{CodePoints.Cut(equation.Correct, MaxQuoted)}.");

    private static IEnumerable<string> UnansweredParts(IReadOnlyList<string> parts, string output, int number) => output.Length > MaxLength
        ? []
        : QuestionParts.Unanswered(parts, output).Select(part => $"- Answer {number} does not answer part {part}.");

    private static IEnumerable<string> Disagreements(List<string> outputs, string question)
    {
        var vote = MajorityVote.Count(question, outputs);
        if (vote.Groups.Count > 1)
        {
            var answers = vote.Groups.Select(group => string.Create(
                CultureInfo.InvariantCulture, $"{CodePoints.Cut(group.Answer, MaxQuoted)} ({Numbers(group, outputs)})"));
            yield return $"- The final answers differ: {string.Join("; ", answers)}.";
        }

        if (vote.Groups.Count == 0) yield break;
        foreach (var (index, output) in outputs.Index())
        {
            if (vote.Unreadable.Any(group => group.Outputs.Contains(output)))
                yield return $"- Answer {index + 1} comes to no final answer.";
        }
    }

    private static string Numbers(VoteGroup group, List<string> outputs)
    {
        var members = Enumerable.Range(1, outputs.Count).Where(number => group.Outputs.Contains(outputs[number - 1]));
        return (group.Count == 1 ? "answer " : "answers ") + string.Join(", ", members);
    }
}
