using System.Globalization;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>A computed answer.</summary>
/// <param name="Answer">What stands after "The answer is".</param>
/// <param name="Steps">How it comes about, a line each.</param>
internal sealed record Solution(string Answer, params IReadOnlyList<string> Steps)
{
    public const string Undefined = "undefined";

    private const int ApproximatePlaces = 6;

    /// <summary>The steps, and last the sentence that states the answer.</summary>
    public override string ToString() => string.Join('\n', [.. Steps, $"The answer is {Answer}."]);

    /// <summary>All of them one after the other, with one sentence for the answers.</summary>
    public static Solution Join(IReadOnlyList<Solution> solutions) => solutions is [var only] ? only : new(
        string.Join(" and ", solutions.Select(solution => solution.Answer)),
        [.. solutions.SelectMany(solution => solution.Steps)]);

    /// <summary>A fraction with its decimal form, where they differ: <c>1/2 = 0.5</c>, <c>2/3 ≈ 0.666667</c>.</summary>
    public static string Explain(Rational value)
    {
        if (value.IsInteger) return value.ToString();
        var (text, fraction) = (value.ToString(), DecimalText.Fraction(value));
        return text == fraction ? $"{fraction} ≈ {DecimalText.Round(value, ApproximatePlaces)}" : $"{fraction} = {text}";
    }

    /// <summary>Six decimal places of an approximate value.</summary>
    public static string Round(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>The decimal where it ends soon, else about as much of it as is of use.</summary>
    public static string Measure(Rational value)
    {
        var text = value.ToString();
        return text.Contains('/') ? $"about {DecimalText.Round(value, ApproximatePlaces)}" : text;
    }
}
