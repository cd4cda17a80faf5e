using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>Expands one formula into its <see cref="NormalForm"/>.</summary>
internal sealed class Expander(WorkBudget budget)
{
    private readonly RootExpander _roots = new(budget);

    private bool _hasOpaqueAtoms;

    /// <summary>False once an atom was made whose identities are not all known.</summary>
    public bool IsComplete => !_hasOpaqueAtoms && !_roots.HasOpaqueAtoms;

    /// <exception cref="OverflowException">It takes more than the budget, or has too large numbers.</exception>
    /// <exception cref="DivideByZeroException">The formula divides by zero.</exception>
    public NormalForm Expand(Expression expression) => expression switch
    {
        Number number => NormalForm.Whole(Polynomial.Constant(number.Value)),
        Symbol symbol => NormalForm.Whole(Polynomial.Term(1, Monomial.Of(symbol.Name, 1))),
        Sum sum => sum.Terms.Select(Expand).Aggregate(Add),
        Product product => product.Factors.Select(Expand).Aggregate(Multiply),

        // A whole power of a power multiplies exponents for any base; (x^2)^(1/2) does not.
        Power { Base: Power inner } power when Arithmetic.Evaluate(power.Exponent, budget) is { HasValue: true, Value.IsInteger: true } =>
            Raise(Expand(inner.Base), Multiply(Expand(inner.Exponent), Expand(power.Exponent))),
        Power power => Raise(Expand(power.Base), Expand(power.Exponent)),
        FunctionCall call => Known(call) ?? Apply(call.Function, [.. call.Arguments.Select(Expand)]),
        Remainder remainder => Known(remainder) ?? Opaque("mod", Expand(remainder.Dividend), Expand(remainder.Divisor)),
        Factorial factorial => Known(factorial) ?? Opaque("factorial", Expand(factorial.Operand)),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private NormalForm? Known(Expression expression) => Arithmetic.Evaluate(expression, budget) switch
    {
        { HasValue: true, Value: var value } => NormalForm.Whole(Polynomial.Constant(value)),
        { Outcome: ArithmeticOutcome.Undefined } => throw new DivideByZeroException(),
        { Outcome: ArithmeticOutcome.TooLarge } => throw new OverflowException(),
        _ => null,
    };

    private NormalForm Opaque(string function, params IReadOnlyList<NormalForm> arguments)
    {
        var atom = $"{function}({string.Join(';', arguments.Select(argument => argument.Key))})";

        // Atoms hold the names of what is in them, which nesting would multiply.
        budget.Spend(1 + (atom.Length / 16));
        _hasOpaqueAtoms = true;
        return NormalForm.Whole(Polynomial.Term(1, Monomial.Of(atom, 1)));
    }

    private NormalForm Add(NormalForm left, NormalForm right)
    {
        return left.IsWhole && right.IsWhole
            ? NormalForm.Whole(left.Numerator.Plus(right.Numerator, budget))
            : NormalForm.Over(
                left.Numerator.Times(right.Denominator, budget).Plus(right.Numerator.Times(left.Denominator, budget), budget),
                left.Denominator.Times(right.Denominator, budget),
                budget);
    }

    private NormalForm Multiply(NormalForm left, NormalForm right) =>
        NormalForm.Over(left.Numerator.Times(right.Numerator, budget), left.Denominator.Times(right.Denominator, budget), budget);

    private NormalForm Raise(NormalForm value, NormalForm exponent)
    {
        if (exponent.AsConstant() is not { } power) return RaiseToFormula(value, exponent);
        if (power.Sign < 0) (value, power) = (NormalForm.Over(value.Denominator, value.Numerator, budget), -power);

        return power.IsInteger
            ? NormalForm.Over(value.Numerator.Pow(power, budget), value.Denominator.Pow(power, budget), budget)
            : NormalForm.Over(_roots.Power(value.Numerator, power), _roots.Power(value.Denominator, power), budget);
    }

    /// <summary>A term to the power of a sum is a product of powers: 2^(x + 1/2) and √2 · 2^x have the same form.</summary>
    private NormalForm RaiseToFormula(NormalForm value, NormalForm exponent)
    {
        if (Shift(value, exponent) is { } shifted) return shifted;
        if (!value.IsWhole || !exponent.IsWhole || value.Numerator.AsTerm() is not var (coefficient, monomial) || coefficient.Sign < 0)
        {
            return Opaque("power", value, exponent);
        }

        _hasOpaqueAtoms = true;
        var bases = _roots.Factors(coefficient).Times(monomial).Powers;
        var product = Polynomial.One;
        foreach (var (unit, multiple) in exponent.Numerator.Terms)
        {
            var factor = unit.IsOne
                ? _roots.Power(value.Numerator, multiple)
                : Polynomial.Term(1, bases.Aggregate(Monomial.One, (all, power) =>
                    all.Times(Monomial.Of($"{power.Atom}^[{unit.Key}]", power.Exponent * multiple))));
            product = product.Times(factor, budget);
            budget.Spend(bases.Count * (1 + (unit.Key.Length / 16)));
        }

        return NormalForm.Whole(product);
    }

    /// <summary>A negative number to the power of a formula and a whole number: (-1)^(n + 1) is -(-1)^n. Null for other powers.</summary>
    private NormalForm? Shift(NormalForm value, NormalForm exponent)
    {
        if (value.AsConstant() is not { Sign: < 0 } || !exponent.IsWhole) return null;
        var whole = exponent.Numerator.Terms.FirstOrDefault(term => term.Key.IsOne).Value;
        if (whole.IsZero || !whole.IsInteger) return null;

        var rest = exponent.Numerator.Minus(Polynomial.Constant(whole), budget);
        return Multiply(Raise(value, NormalForm.Whole(Polynomial.Constant(whole))), Opaque("power", value, NormalForm.Whole(rest)));
    }

    private NormalForm Apply(string function, IReadOnlyList<NormalForm> arguments)
    {
        if (arguments is not [var argument]) return Opaque(function, arguments);

        // The sign of the argument is taken out, so that cos(x - y) and cos(y - x) are one atom.
        var negative = argument.Key.StartsWith('-');
        var positive = negative ? argument with { Numerator = argument.Numerator.Scale(-1) } : argument;
        return function switch
        {
            "arcsin" or "arctan" or "sinh" or "tanh" or "abs" when argument.Numerator.IsZero => argument,
            "cosh" when argument.Numerator.IsZero => NormalForm.One,
            "arccos" when argument.AsConstant() is { IsOne: true } => NormalForm.Whole(Polynomial.Zero),
            "abs" => Opaque(function, positive),
            "cos" => Cosine(positive),
            "sin" => Signed(Sine(positive), negative),
            "sec" => Divide(NormalForm.One, Cosine(positive)),
            "csc" => Signed(Divide(NormalForm.One, Sine(positive)), negative),
            "tan" => Signed(Divide(Sine(positive), Cosine(positive)), negative),
            "cot" => Signed(Divide(Cosine(positive), Sine(positive)), negative),
            _ => Opaque(function, argument),
        };
    }

    private NormalForm Sine(NormalForm angle) => OfTwelfths(Twelfths(angle)) ?? Opaque("sin", angle);

    private NormalForm Cosine(NormalForm angle) => OfTwelfths(Twelfths(angle) + 6) ?? Opaque("cos", angle);

    /// <summary>How many twelfths of pi an angle has; null where it is no rational multiple of pi.</summary>
    private static Rational? Twelfths(NormalForm angle) => !angle.IsWhole ? null
        : angle.Numerator.IsZero ? Rational.Zero
        : angle.Numerator.AsTerm() is var (multiple, unit) && unit.Key == "pi" ? multiple * 12
        : null;

    /// <summary>The sine of multiples of 30° and 45°; null for other angles.</summary>
    private NormalForm? OfTwelfths(Rational? twelfths)
    {
        if (twelfths is not { IsInteger: true } angle) return null;
        var fromZero = (int)(angle % 12).Numerator;
        Rational? square = Math.Min(fromZero, 12 - fromZero) switch
        {
            0 => 0,
            2 => new Rational(1, 4),
            3 => new Rational(1, 2),
            4 => new Rational(3, 4),
            6 => 1,
            _ => null,
        };
        return square is { } known
            ? Signed(NormalForm.Whole(_roots.Power(Polynomial.Constant(known), new Rational(1, 2))), negative: angle % 24 >= 12)
            : null;
    }

    private NormalForm Divide(NormalForm dividend, NormalForm divisor) =>
        Multiply(dividend, NormalForm.Over(divisor.Denominator, divisor.Numerator, budget));

    private static NormalForm Signed(NormalForm value, bool negative) =>
        negative ? value with { Numerator = value.Numerator.Scale(-1) } : value;
}
