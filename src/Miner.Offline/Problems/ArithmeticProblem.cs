using System.Text.RegularExpressions;
using Miner.Mathematics.Equations;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Offline.Text;

namespace Miner.Offline.Problems;

/// <summary>Plain calculations, in signs or in words: <c>What is 6*7?</c>, <c>the square root of 144</c>.</summary>
internal static partial class ArithmeticProblem
{
    private const int MaxShown = 300;

    // Up to here six decimal places are more than a double says.
    private const double MaxApproximation = 1e9;

    private static readonly HashSet<string> NoMore = [];

    /// <summary>Between two formulas they make one calculation of them.</summary>
    private static readonly HashSet<string> Joining = Words.Set("of by to from in up be for with if");

    public static Solution? Solve(Question question) => SolveFormulas(question) ?? SolvePhrase(question.Text);

    private static Solution? SolveFormulas(Question question)
    {
        var formulas = question.Formulas.Where(formula => new FormulaSpan(0, formula).HasOperation).ToList();
        if (formulas.Count == 0 || formulas.Count < question.Formulas.Count || !question.HasOnly(NoMore) || AreJoined(question))
            return null;

        var solutions = new List<Solution>();
        foreach (var formula in formulas)
        {
            if (Compute(formula) is not { } solution) return null;
            solutions.Add(solution);
        }

        return Solution.Join(solutions);
    }

    private static bool AreJoined(Question question) => question.Parts
        .SkipWhile(part => part.Formula is null).Reverse().SkipWhile(part => part.Formula is null)
        .Any(part => part.Word is { } word && Joining.Contains(word));

    private static Solution? SolvePhrase(string text) =>
        text.Length <= Question.MaxLength && PhraseTranslator.Translate(text) is { } formula ? Compute(formula) : null;

    /// <summary>Null where <paramref name="formula"/> is none, or its value is not known.</summary>
    public static Solution? Compute(string formula)
    {
        if (AddedPercentage().Match(formula) is { Success: true } added)
            return Compute($"{added.Groups["value"].Value} * (1 {added.Groups["sign"].Value} {added.Groups["percent"].Value})");

        var result = Arithmetic.Evaluate(formula);
        var shown = formula.Length <= MaxShown ? formula : formula[..MaxShown] + "…";
        return result.Outcome switch
        {
            ArithmeticOutcome.Value => new Solution(result.Value.ToString(), $"{shown} = {Solution.Explain(result.Value)}"),
            ArithmeticOutcome.Undefined => new Solution(Solution.Undefined, $"{shown} has no value: {Why(formula)}."),
            ArithmeticOutcome.TooLarge => new Solution(null, $"{shown} is too large to be computed here."),
            ArithmeticOutcome.NotRational => Irrational(formula, shown),
            _ => null,
        };
    }

    /// <summary>50 + 10% is what pocket calculators make of it: 10% more.</summary>
    [GeneratedRegex(@"^(?<value>\d[\d,]*(\.\d+)?) *(?<sign>[+-])"
        + @" *(?<percent>\d+(\.\d+)?%)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AddedPercentage();

    private static string Why(string formula) =>
        formula.AsSpan().ContainsAny('/', '÷', '%') ? "nothing can be divided by zero" : "the operation is not defined for these numbers";

    private static Solution? Irrational(string formula, string shown)
    {
        if (!Expression.TryParse(formula, out var expression)) return null;

        var real = Arithmetic.Evaluate(expression.Replace(OddRoot));
        if (real.HasValue) return new Solution($"{real.Value}", $"{shown} = {Solution.Explain(real.Value)}");
        if (RootText(expression) is { } root)
        {
            return root.IsReal
                ? new Solution($"{root}", $"{shown} = {root} ≈ {Solution.Round(root.Approximation)}")
                : new Solution($"{root}", $"{shown} = {root}, which is not a real number");
        }

        var value = expression.Approximate();
        return Math.Abs(value) < MaxApproximation
            ? new Solution($"about {Solution.Round(value)}", $"{shown} ≈ {Solution.Round(value)}")
            : null;
    }

    /// <summary>The real root of an odd degree, which a negative number has; a plain evaluation leaves open which root is meant.</summary>
    private static Number? OddRoot(Expression part) =>
        part is Power power
        && Arithmetic.Evaluate(power.Exponent) is { HasValue: true, Value: var exponent }
        && exponent.Numerator.IsOne
        && !exponent.Denominator.IsEven
        && Arithmetic.Evaluate(power.Base) is { HasValue: true, Value: { Sign: < 0 } value }
        && value.TryRoot(exponent.Denominator, out var root)
            ? new Number(root)
            : null;

    /// <summary>A rational multiple of one square root.</summary>
    private static QuadraticSurd? RootText(Expression expression) => expression switch
    {
        Power { Base: var inside, Exponent: Number { Value: var exponent } }
            when exponent == new Rational(1, 2) && Arithmetic.Evaluate(inside) is { HasValue: true, Value: var radicand } =>
            QuadraticSurd.Create(Rational.Zero, Rational.One, radicand),
        Product { Factors: [var factor, var root] }
            when Arithmetic.Evaluate(factor) is { HasValue: true, Value: var value } && RootText(root) is { } surd =>
            QuadraticSurd.Create(surd.RationalPart * value, surd.Coefficient * value, surd.Radicand),
        _ => null,
    };
}
