using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Offline.Problems;

/// <summary>One equation or a system of linear ones.</summary>
internal static class EquationProblem
{
    private const int MaxEquations = 6;

    private const string Named =
        "( (following |this |these )?((linear |quadratic |cubic |polynomial )?equation|(simultaneous )?equations"
        + "|(linear )?system|system of (linear )?equations))?( :)?( ;)?";

    private const string Given = "(if|given|given that|suppose|suppose that|let|when)";
    private const string Where = "(if|when|where|given|given that|such that|so that|in|:|;)";
    private const string Real = "( (over|in) (?<real>reals|real numbers))?";

    private static readonly QuestionForm[] Forms =
    [
        new("<equations..>", Solve),
        new($"solve{Named} <equations..>( for (value of )?<asked..>)?{Real}", Solve),
        new("solve for <asked..>( :| ;| ,| if| when| given| given that| in)? <equations..>", Solve),
        new($"<ask>(all )?(?<real>real )?(values? of )?<asked..> {Where} <equations..>", Solve),
        new($"<ask>(all )?(?<real>real )?(solutions?|roots?|zeros) (of|to|for){Named} <equations..>", Solve),
        new($"{Given} <equations..>( ,| \\.| ;)?( then)? (solve for |<ask>)(values? of )?<asked..>", Solve),
        new($"{Given} <equations..>( ,| \\.) <ask><asked..> (when|if|where) <more..>", Solve),
        new("<equations..>( ,| \\.| ;) (solve for|what is|what are|find|calculate|compute)( value of)? <asked..>", Solve),
        new("<equations> , <asked>", Solve),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? Solve(Reading reading)
    {
        var equations = new List<Equation>();
        foreach (var formula in reading.Formulas("equations").Concat(reading.Formulas("more")))
        {
            if (Equation.Read(formula) is not { Count: > 0 } read) return null;
            equations.AddRange(read);
        }

        if (equations.Count > MaxEquations || equations.Exists(equation => equation.Variables.Count == 0)) return null;

        // What is said to be known is no question.
        if (equations.TrueForAll(equation => equation.IsAssignment)) return null;

        var (names, formulas) = (new List<string>(), new List<string>());
        foreach (var asked in reading.Formulas("asked"))
        {
            if (!Expression.TryParse(asked, out var expression) || expression.Variables().Count == 0) return null;
            (expression is Symbol ? names : formulas).Add(asked);
        }

        if (names.Exists(name => !equations.Exists(equation => equation.Variables.Contains(name)))) return null;
        if (formulas.Count > 0 && names.Count > 0) return null;
        if (equations is not [var only] || formulas.Count > 0) return LinearSystemSteps.Solve(equations, names, formulas);
        if (only.Variables.Count > 1) return names is [var variable] ? Rearrange(only, variable) : null;

        var unknown = only.Variables.First();
        return PolynomialEquationSteps.Solve(only, unknown, reading.Has("real")) ?? BranchingEquation.Solve(only, unknown);
    }

    private static Solution? Rearrange(Equation equation, string variable)
    {
        if (!LinearForm.TryCreate(equation.Difference, out var form) || form[variable].IsZero) return null;

        var value = form.Scale(-1 / form[variable]).Plus(new LinearForm(Rational.Zero, KeyValuePair.Create(variable, Rational.One)));
        return new Solution($"{variable} = {value}", equation.Text, form.ToEquation());
    }
}
