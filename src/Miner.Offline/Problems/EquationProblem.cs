using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Offline.Problems;

/// <summary>One equation or a system of linear ones.</summary>
internal static class EquationProblem
{
    private const int MaxEquations = 6;

    private static readonly HashSet<string> Vocabulary = Words.Set(
        "equation equations system simultaneous linear quadratic cubic polynomial variable variables unknown unknowns root roots zero zeros "
            + "solutions real all possible such satisfies satisfy satisfying both set pair isolate rearrange make subject terms algebraic inequality "
            + "each following elimination substitution method using so suppose under then hold holds true factoring formula completing square check"
            + " verify simultaneously absolute exponential radical over reals");

    public static Solution? Solve(Question question)
    {
        var withSign = question.Formulas.Where(formula => formula.Contains('=')).ToList();
        if (withSign.Count == 0 || !question.HasOnly(Vocabulary)) return null;

        var equations = new List<Equation>();
        foreach (var formula in withSign)
        {
            if (Equation.Read(formula) is not { Count: > 0 } read) return null;
            equations.AddRange(read);
        }

        if (equations.Count > MaxEquations || equations.Any(equation => equation.Variables.Count == 0)) return null;

        var others = question.Formulas.Except(withSign).ToList();
        var asked = others
            .Where(formula => formula.Length == 1 && equations.Exists(equation => equation.Variables.Contains(formula)))
            .ToList();
        others = [.. others.Except(asked)];

        // The letter a between blanks is an article to the scanner, so where it is a variable it is open what was asked for.
        if (equations.Exists(equation => equation.Variables.Overlaps(["a", "A", "I"]))) asked = [];
        if (equations is not [var only]) return LinearSystemSteps.Solve(equations, asked, others);
        if (others.Count > 0) return LinearSystemSteps.Solve(equations, asked, others);
        if (only.Variables.Count == 1)
        {
            var unknown = only.Variables.First();
            return PolynomialEquationSteps.Solve(only, unknown, question.Mentions("real", "reals"))
                ?? BranchingEquation.Solve(only, unknown);
        }

        return asked is [var variable] ? Rearrange(only, variable) : null;
    }

    private static Solution? Rearrange(Equation equation, string variable)
    {
        if (!LinearForm.TryCreate(equation.Difference, out var form) || form[variable].IsZero) return null;

        var value = form.Scale(-1 / form[variable]).Plus(new LinearForm(Rational.Zero, KeyValuePair.Create(variable, Rational.One)));
        return new Solution($"{variable} = {value}", equation.Text, form.ToEquation());
    }
}
