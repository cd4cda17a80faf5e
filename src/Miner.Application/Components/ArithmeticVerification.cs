using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Mathematics.Equations;

namespace Miner.Application.Components;

/// <summary>
/// Recomputes the equations that an answer states. When one is false the model is asked once more, with the equation named, and the answer
/// with fewer false ones is kept.
/// </summary>
internal sealed class ArithmeticVerification(ComponentModel model, AnsweringOptions options)
{
    /// <param name="prompt">What <paramref name="request"/> was made from.</param>
    public async Task<ModelAnswer> ImproveAsync(
        ModelAnswer answer, ChatRequest request, Prompt prompt, AnswerDeadline deadline, CancellationToken cancellationToken)
    {
        if (!options.VerifyArithmetic) return answer;
        var wrong = FalseEquations(answer, request.Input);
        if (wrong.Count == 0 || !deadline.Allows(answer.Usage.Elapsed)) return answer;

        var again = request with { Messages = prompt.ToMessages(answer.Output, wrong) };
        if (await deadline.TryAsync(token => model.AskAsync(again, deadline, token), cancellationToken) is not { } second) return answer;

        var better = !second.Truncated && FalseEquations(second, request.Input).Count < wrong.Count ? second : answer;
        return better with { Usage = (answer.Usage + second.Usage) with { Model = better.Usage.Model } };
    }

    private static IReadOnlyList<FalseEquation> FalseEquations(ModelAnswer answer, ComponentInput input)
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
