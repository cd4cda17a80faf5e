using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Domain.Components;
using Miner.Mathematics.Equations;

namespace Miner.Application.Components;

/// <summary>
/// Recomputes the equations that an answer states. When one is false the model is asked once more, with the equation named, and the answer
/// with fewer false ones is kept.
/// </summary>
internal static class ArithmeticVerification
{
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
        if (wrong.Count == 0 || !deadline.Allows(answer.Usage.Elapsed)) return answer;

        var again = new ChatRequest(prompt.ToMessages(answer.Output, wrong), AnswerReader.Schema, Temperature: null);
        if (await deadline.TryAsync(token => model.AskAsync(again, ComponentResult.Read, deadline, token), cancellationToken)
            is not [var second, ..]) return answer;

        var better = !second.Output.Truncated && FalseEquations(second, input).Count < wrong.Count ? second : answer;
        return better with { Usage = (answer.Usage + second.Usage) with { Model = better.Usage.Model } };
    }

    private static IReadOnlyList<FalseEquation> FalseEquations(ComponentResult answer, ComponentInput input)
    {
        var text = answer.Output.ImmediateResponse;
        return [.. EquationChecker.Check(text).False.Where(equation => !IsAnswered(equation, Compact(text), input))];
    }

    /// <summary>Whether the question states the equation, and the answer repeats it and puts it right.</summary>
    private static bool IsAnswered(FalseEquation equation, string answer, ComponentInput input) =>
        input.Queries.Prepend(input.Task).Any(asked => Compact(asked).Contains(Compact(equation.Text), StringComparison.Ordinal))
        && answer.Contains(Compact($"{equation.Calculation}={equation.Correct}"), StringComparison.Ordinal);

    private static string Compact(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
