using Miner.Mathematics.Equations;
using Miner.Mathematics.Expressions;

namespace Miner.Offline.Problems;

/// <summary>Two formulas that are said to be equal.</summary>
/// <param name="Text">As it was written.</param>
internal sealed record Equation(string Text, Expression Left, Expression Right)
{
    /// <summary>What must be zero for the equation to hold.</summary>
    public Expression Difference => new Sum([Left, new Product([new Number(-1), Right])]);

    public IReadOnlySet<string> Variables { get; } = new Sum([Left, Right]).Variables();

    /// <summary>Whether it does nothing but give a variable its value: <c>x = 3</c>.</summary>
    public bool IsAssignment => Left is Symbol && Arithmetic.Evaluate(Right).HasValue;

    /// <summary>The equations in a formula: one, or several in braces or brackets. Empty where one of them is none, or open.</summary>
    public static IReadOnlyList<Equation> Read(string formula)
    {
        var equations = new List<Equation>();
        foreach (
            var piece in formula
                .Trim('{', '}', '[', ']')
                .Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (piece.Split('=') is not [var left, var right]) return [];
            if (!Expression.TryParse(left, out var first) || !Expression.TryParse(right, out var second)) return [];
            if (AmbiguousFormula.Is(first, left) || AmbiguousFormula.Is(second, right)) return [];
            if (Gaps.MayClose(first) || Gaps.MayClose(second)) return [];
            equations.Add(new Equation(piece, first, second));
        }

        return equations;
    }
}
