using System.Text.RegularExpressions;
using Miner.Mathematics.Equations;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Offline.Text;

namespace Miner.Offline.Problems;

/// <summary>Plain calculations, in signs or in words: <c>What is 6*7?</c>, <c>the square root of 144</c>.</summary>
internal static partial class ArithmeticProblem
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private const int MaxShown = 300;

    private static readonly QuestionForm[] Several = [new("<ask><formulas..>", ComputeEach)];

    public static Solution? Solve(Question question)
    {
        if (QuestionForm.Solve(Several, question) is { } solutions) return solutions;
        if (Chosen().Match(question.Text) is { Success: true } chosen)
            return Compute($"binom({chosen.Groups["from"].Value}; {chosen.Groups["some"].Value})");
        if (Calculation(question.Text) is not { } calculation) return null;

        // What is to be simplified, or wanted exactly, is not answered with an approximate value.
        var wantsExact = Exact().IsMatch(question.Text);
        var form = RadicalForm().Match(calculation);
        if (form.Success) calculation = calculation[..form.Index];
        var solution = Expression.TryParse(calculation, out _)
            ? new FormulaSpan(0, calculation).HasOperation ? Compute(calculation) : null
            : PhraseTranslator.Translate(calculation) is { } formula && IsClear(calculation, formula) ? Compute(formula) : null;
        if (wantsExact && solution?.Answer.StartsWith("about ", StringComparison.Ordinal) == true) return null;
        return !form.Success || solution?.Answer.AsSpan().ContainsAny("/.") == false ? solution : null;
    }

    private static Solution? ComputeEach(Reading reading)
    {
        var formulas = reading.Formulas("formulas");
        if (formulas.Count < 2 || !formulas.All(formula => new FormulaSpan(0, formula).HasOperation)) return null;
        var solutions = formulas.Select(Compute).ToList();
        return solutions.Contains(null) ? null : Solution.Join(solutions!);
    }

    /// <summary>What is to be computed, without the words that ask for it.</summary>
    private static string? Calculation(string text)
    {
        foreach (var around in (Regex[])[Gotten(), GottenIf(), EqualTo(), WhatItIs()])
        {
            if (around.Match(text) is { Success: true } match) return match.Groups["what"].Value;
        }

        text = Asking().Replace(text, "");
        return text.Length == 0 ? null : Asked().Replace(text, "");
    }

    /// <summary>A difference said in words is the one that is positive, so that one below zero leaves open which is meant.</summary>
    private static bool IsClear(string calculation, string formula) =>
        !calculation.Contains("difference", StringComparison.OrdinalIgnoreCase)
        || Arithmetic.Evaluate(formula) is { HasValue: true, Value.Sign: >= 0 };

    /// <summary>Null where <paramref name="formula"/> is none, its value is not known, or it can be read in two ways.</summary>
    public static Solution? Compute(string formula)
    {
        if (!Expression.TryParse(formula, out var expression) || AmbiguousFormula.Is(expression, formula)) return null;

        // An angle in degrees is for a function; elsewhere its sign may stand for a temperature or for nothing. Infinity is no number.
        if (formula.Contains('°') && !FormulaScanner.HasFunction(formula)) return null;
        if (formula.Contains('∞') || formula.Contains("inf", StringComparison.OrdinalIgnoreCase)) return null;

        var result = Arithmetic.Evaluate(formula);
        var shown = formula.Length <= MaxShown ? formula : formula[..MaxShown] + "…";
        return result.Outcome switch
        {
            ArithmeticOutcome.Value => new Solution(result.Value.ToString(), $"{shown} = {Solution.Explain(result.Value)}"),
            ArithmeticOutcome.Undefined
                when !formula.Contains("binom", StringComparison.Ordinal) && !HasComplexLogarithm(expression) =>
                new Solution(Solution.Undefined, $"{shown} has no value: {Why(formula)}."),
            ArithmeticOutcome.NotRational => Irrational(expression, shown),
            _ => null,
        };
    }

    /// <summary>The logarithm of a negative number is complex to some, as its square root is, and undefined to others.</summary>
    private static bool HasComplexLogarithm(Expression expression)
    {
        var found = false;
        expression.Replace(part =>
        {
            found |= part is FunctionCall { Function: ['l', ..], Arguments: [var argument] }
                && Arithmetic.Evaluate(argument) is { HasValue: true, Value.Sign: < 0 };
            return null;
        });
        return found;
    }

    [GeneratedRegex("^(?:what is|what are|how much is|calculate|compute|evaluate|find|determine|work out|figure out|solve|simplify"
        + "|what's|give|write|raise(?= .+ to (?:the )?[^ ]))?:? *"
        + "(?:(?:the )?(?:exact )?(?:value|result|answer) (?:of|to|for) )?", Options)]
    private static partial Regex Asking();

    [GeneratedRegex("^simplify|exact", Options)]
    private static partial Regex Exact();

    [GeneratedRegex(" (?:is|equals|is equal to) what$", Options)]
    private static partial Regex Asked();

    [GeneratedRegex("^what (?:do|will|would) (?:you|we|i) get (?:if|when) (?:you|we|i) (?<what>.+)$", Options)]
    private static partial Regex Gotten();

    [GeneratedRegex("^(?:if|when) (?:you|we|i) (?<what>.+), what (?:do|will|would) (?:you|we|i) (?:get|have)$", Options)]
    private static partial Regex GottenIf();

    [GeneratedRegex("^what (?:does (?<what>.+) equal|is (?<what>.+) equal to)$", Options)]
    private static partial Regex EqualTo();

    [GeneratedRegex("^what (?<what>[^ ].+) is$", Options)]
    private static partial Regex WhatItIs();

    [GeneratedRegex(",? in simplest(?: radical)? form$", Options)]
    private static partial Regex RadicalForm();

    [GeneratedRegex(@"^(?:(?:compute|what is|calculate|evaluate|find) )?C\((?<from>\d+), ?(?<some>\d+)\)$"
        + @"|^how many ways are there to choose (?<some>\d+) (?:out of|from) (?<from>\d+)$", Options)]
    private static partial Regex Chosen();

    private static string Why(string formula) =>
        formula.AsSpan().ContainsAny('/', '÷', '%') ? "nothing can be divided by zero" : "the operation is not defined for these numbers";

    private static Solution? Irrational(Expression expression, string shown)
    {
        var real = Arithmetic.Evaluate(expression.Replace(OddRoot));
        if (real.HasValue) return new Solution($"{real.Value}", $"{shown} = {Solution.Explain(real.Value)}");
        if (RootText(expression) is { } root)
        {
            return root.IsReal
                ? new Solution($"{root}", $"{shown} = {root} ≈ {Solution.Round(root.Approximation)}")
                : new Solution($"{root}", $"{shown} = {root}, which is not a real number");
        }

        return Approximation.Of(expression) is { } value
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
