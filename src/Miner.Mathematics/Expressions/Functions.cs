using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Expressions;

/// <summary>Builds the formula that a function's name and arguments stand for.</summary>
internal static class Functions
{
    private static readonly Number Half = new(new Rational(1, 2));
    private static readonly Number Third = new(new Rational(1, 3));

    /// <summary>Roots and <c>exp</c> as powers, the rest as a call.</summary>
    public static Expression Apply(string name, IReadOnlyList<Expression> arguments) => (name, arguments) switch
    {
        ("sqrt", [var radicand]) => new Power(radicand, Half),
        ("cbrt", [var radicand]) => new Power(radicand, Third),
        ("root", [var degree, var radicand]) => new Power(radicand, new Power(degree, new Number(-1))),
        ("log_e", [_]) => new FunctionCall("ln", arguments),
        ("log_10", [_]) => new FunctionCall("log", arguments),
        ("exp", [var exponent]) => new Power(new Symbol("e"), exponent),
        _ => new FunctionCall(name, arguments),
    };

    /// <summary>A function with an exponent before its argument: a power of the value, but for -1, the inverse function.</summary>
    public static Expression Apply(string name, IReadOnlyList<Expression> arguments, Expression power) =>
        name is "sin" or "cos" or "tan" && Arithmetic.Evaluate(power) is { HasValue: true, Value: var value } && value == -1
            ? new FunctionCall($"arc{name}", arguments)
            : new Power(Apply(name, arguments), power);
}
