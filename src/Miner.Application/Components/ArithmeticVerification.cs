using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Application.Recording;
using Miner.Domain.Components;
using Miner.Mathematics.Answers;
using Miner.Mathematics.Equations;

namespace Miner.Application.Components;

/// <summary>
/// Recomputes the equations that an answer states. When one is false the model is asked once more, with the equation named. Models also
/// give in to what is no mistake, so the new answer must do more than state fewer false equations: it comes to the same, or a third sample,
/// which is told of neither, comes to the same as it.
/// </summary>
internal static class ArithmeticVerification
{
    private const string IsWrong = "The answer states an equation that does not hold.";
    private const string IsUnconfirmed = "The second answer comes to something else than the first.";

    /// <param name="prompt">What <paramref name="model"/> answered.</param>
    public static async Task<ComponentResult> ImproveAsync(
        ComponentResult answer,
        ComponentModel model,
        Prompt prompt,
        ComponentInput input,
        AnswerDeadline deadline,
        CancellationToken cancellationToken)
    {
        var wrong = FalseEquations(answer, input);
        if (wrong.Count == 0 || await AskAsync(prompt.ToRecheck(answer.Output, wrong), IsWrong) is not { } second) return answer;

        var usage = answer.Usage + second.Usage;
        var (before, after) = (Final(answer, input), Final(second, input));
        var isBetter = !second.Output.Truncated
            && FalseEquations(second, input).Count < wrong.Count
            && (before is null || after is not null);
        if (isBetter && before is not null && !before.Equivalent(after!))
        {
            var third = await AskAsync(prompt.ToRequest(temperature: null), IsUnconfirmed);
            isBetter = third is not null && Final(third, input) is { } last && last.Equivalent(after!) && !last.Equivalent(before);
            if (third is not null) usage += third.Usage;
        }

        var chosen = isBetter ? second : answer;
        return chosen with { Usage = usage with { Model = chosen.Usage.Model } };

        async Task<ComponentResult?> AskAsync(ChatRequest request, string reason)
        {
            if (!deadline.Allows(answer.Usage.Elapsed)) return null;
            CallRecord.Current?.Note(new ReAskNote(reason));
            var answers = await deadline.TryAsync(
                token => model.AskAsync(request, ComponentResult.Read, deadline, token), cancellationToken);
            return answers?[0];
        }
    }

    private static FinalAnswer? Final(ComponentResult answer, ComponentInput input) =>
        FinalAnswer.Extract(answer.Output.ImmediateResponse, input.Question);

    private static IReadOnlyList<FalseEquation> FalseEquations(ComponentResult answer, ComponentInput input)
    {
        var text = answer.Output.ImmediateResponse;
        var (holding, failing) = EquationChecker.Check(text);
        CallRecord.Current?.Note(new EquationsNote(text, holding, failing));
        return [.. failing.Where(equation => !IsAnswered(equation, Compact(text), input))];
    }

    /// <summary>Whether the question states the equation, and the answer repeats it and puts it right.</summary>
    private static bool IsAnswered(FalseEquation equation, string answer, ComponentInput input) =>
        input.Queries.Prepend(input.Task).Any(asked => Compact(asked).Contains(Compact(equation.Text), StringComparison.Ordinal))
        && answer.Contains(Compact($"{equation.Calculation}={equation.Correct}"), StringComparison.Ordinal);

    private static string Compact(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
