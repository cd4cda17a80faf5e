using System.Numerics;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Expressions;

/// <summary>Walks a formula; throws <see cref="OverflowException"/> where a number or the work grows past its limit.</summary>
internal sealed class ArithmeticEvaluator(WorkBudget budget)
{
    public ArithmeticResult Evaluate(Expression expression) => expression switch
    {
        Number number => number.Value,
        Sum sum => Fold(sum.Terms, Rational.Zero, (total, term) => total + term),
        Product product => Fold(product.Factors, Rational.One, (total, factor) => total * factor),
        Power power => Combine(power.Base, power.Exponent, Raise),
        Remainder { Dividend: Power power } remainder => RemainderOfPower(power, remainder.Divisor),
        Remainder remainder => Combine(remainder.Dividend, remainder.Divisor, RemainderOf),
        Factorial factorial => Evaluate(factorial.Operand) is var operand && operand.HasValue ? FactorialOf(operand.Value) : operand,
        FunctionCall call => Apply(call),
        _ => ArithmeticOutcome.NotRational,
    };

    private ArithmeticResult Fold(IEnumerable<Expression> operands, Rational start, Func<Rational, Rational, Rational> combine)
    {
        var total = start;
        foreach (var operand in operands)
        {
            var result = Evaluate(operand);
            if (!result.HasValue) return result;
            budget.Spend(total, result.Value);
            total = combine(total, result.Value);
        }

        return total;
    }

    private ArithmeticResult Combine(Expression left, Expression right, Func<Rational, Rational, ArithmeticResult> combine)
    {
        var first = Evaluate(left);
        if (!first.HasValue) return first;
        var second = Evaluate(right);
        return second.HasValue ? combine(first.Value, second.Value) : second;
    }

    private ArithmeticResult Raise(Rational value, Rational exponent)
    {
        if (value.IsZero && exponent.Sign < 0) return ArithmeticOutcome.Undefined;
        budget.Spend(value, exponent);
        if (exponent.IsInteger) return value.Pow(exponent.Numerator);

        // A fractional power of a negative number has several values, or none that is real.
        if (value.Sign < 0) return ArithmeticOutcome.NotRational;
        return value.TryRoot(exponent.Denominator, out var root) ? root.Pow(exponent.Numerator) : ArithmeticOutcome.NotRational;
    }

    private static ArithmeticResult RemainderOf(Rational dividend, Rational divisor) =>
        divisor.IsZero ? ArithmeticOutcome.Undefined : dividend % divisor;

    private ArithmeticResult RemainderOfPower(Power power, Expression divisor)
    {
        var by = Evaluate(divisor);
        if (!by.HasValue) return by;
        return Combine(power.Base, power.Exponent, (value, exponent) =>
        {
            if (FunctionValues.RemainderOfPower(value, exponent, by.Value) is { } remainder) return remainder;
            var raised = Raise(value, exponent);
            return raised.HasValue ? RemainderOf(raised.Value, by.Value) : raised;
        });
    }

    private ArithmeticResult FactorialOf(Rational value)
    {
        if (!value.IsInteger || value.Sign < 0) return ArithmeticOutcome.Undefined;

        var product = Rational.One;
        for (var factor = Rational.One; factor <= value; factor += Rational.One)
        {
            budget.Spend(product, factor);
            product *= factor;
        }

        return product;
    }

    private ArithmeticResult Apply(FunctionCall call)
    {
        if (call is { Function: "binom", Arguments: [var from, var chosen] }) return Combine(from, chosen, Choose);

        var arguments = call.Arguments.Select(Evaluate).ToList();
        var without = arguments.FindIndex(argument => !argument.HasValue);
        return without >= 0 ? arguments[without] : FunctionValues.Apply(call.Function, [.. arguments.Select(argument => argument.Value)]);
    }

    private ArithmeticResult Choose(Rational from, Rational chosen)
    {
        if (!from.IsInteger || !chosen.IsInteger || from.Sign < 0 || chosen.Sign < 0) return ArithmeticOutcome.Undefined;
        if (chosen > from) return Rational.Zero;
        if (chosen + chosen > from) chosen = from - chosen;

        // Every partial product is a binomial coefficient of at least 2^step, so the limit on bits ends the loop.
        var (product, top) = (BigInteger.One, (from - chosen).Numerator);
        for (var step = BigInteger.One; step <= chosen.Numerator; step++)
        {
            var bits = (int)product.GetBitLength();
            if (bits > Rational.MaxBits) throw new OverflowException();
            budget.Spend(1 + (bits / 256));
            product = product * (top + step) / step;
        }

        return (Rational)product;
    }
}
