using System.Numerics;

namespace Miner.Mathematics.Expressions;

/// <summary>Approximate values of formulas that the imaginary unit is in.</summary>
internal static class ComplexEvaluator
{
    /// <summary>The principal value, with <paramref name="valueOf"/> for the variables; NaN where there is none.</summary>
    public static Complex Evaluate(Expression expression, Func<string, double> valueOf)
    {
        Complex Of(Expression operand) => Evaluate(operand, valueOf);

        return expression switch
        {
            Symbol { Name: "i" } => Complex.ImaginaryOne,
            Sum sum => sum.Terms.Aggregate(Complex.Zero, (total, term) => total + Of(term)),
            Product product => product.Factors.Aggregate(Complex.One, (total, factor) => total * Of(factor)),
            Power power => Raise(Of(power.Base), Of(power.Exponent)),
            FunctionCall { Arguments: [var argument] } call => Apply(call.Function, Of(argument)),
            _ => NumericEvaluator.Evaluate(expression, valueOf),
        };
    }

    private static Complex Raise(Complex value, Complex exponent)
    {
        // Repeated multiplication keeps a whole power of a real number real.
        if (exponent.Imaginary == 0 && exponent.Real == Math.Floor(exponent.Real) && Math.Abs(exponent.Real) <= 64)
        {
            var power = Complex.One;
            for (var factor = 0; factor < Math.Abs(exponent.Real); factor++) power *= value;
            return exponent.Real < 0 ? Complex.One / power : power;
        }

        return Complex.Pow(value, exponent);
    }

    private static Complex Apply(string function, Complex value) => function switch
    {
        "abs" => Complex.Abs(value),
        "ln" => Complex.Log(value),
        "sin" => Complex.Sin(value),
        "cos" => Complex.Cos(value),
        "tan" => Complex.Tan(value),
        "sinh" => Complex.Sinh(value),
        "cosh" => Complex.Cosh(value),
        "tanh" => Complex.Tanh(value),
        _ => new Complex(double.NaN, 0),
    };
}
