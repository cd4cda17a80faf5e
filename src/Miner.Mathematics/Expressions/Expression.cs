using System.Diagnostics.CodeAnalysis;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Expressions;

/// <summary>
/// A formula as it was read, before anything is computed. Sums and products are flat lists, so that a tree is only as deep as its text
/// is nested: at most <see cref="MaxDepth"/>, and walking it recursively is safe.
/// <para>
/// A difference is a sum with a product by -1, a quotient a product with a power of -1, a root a power of a fraction, and a percentage
/// a product by 1/100.
/// </para>
/// </summary>
public abstract record Expression
{
    public const int MaxDepth = 200;

    /// <summary>In UTF-16 units.</summary>
    public const int MaxLength = 10_000;

    private protected Expression()
    {
    }

    /// <summary>
    /// Reads a formula. From loosest to tightest: <c>+ -</c>; <c>* / × ÷ · %</c> and a product without a sign; a leading sign;
    /// <c>^ **</c> from the right; <c>!</c> and a percent sign. So -2^2 is -4 and 2^3^2 is 512.
    /// <list type="bullet">
    /// <item>A product needs no sign before a parenthesis or a name: <c>2(3+4)</c>, <c>3x</c>. After a division that would be
    /// ambiguous (<c>6/2(1+2)</c>) and is refused, but for a fraction of two numerals before a name: <c>1/2 x</c> is half of x.</item>
    /// <item><c>%</c> before an operand is the remainder, else per cent: <c>7 % 3</c>, <c>5% + 1</c>.</item>
    /// <item>Numerals are decimals with a point, with an exponent (<c>1.5e-3</c>), with thousands marks (comma, blank, apostrophe),
    /// mixed (<c>2 2/3</c>, where the fraction is proper), or have a vulgar fraction (<c>2½</c>).</item>
    /// <item>Names are single letters, with a subscript where they have one (<c>x_1</c>), <c>pi</c>, and functions before their argument
    /// (<c>sin(x)</c>, <c>sin 30°</c>; several are separated by <c>;</c> or a comma and a blank). <c>sqrt</c>, <c>cbrt</c>
    /// and <c>root(n; x)</c> are powers.</item>
    /// </list>
    /// </summary>
    /// <param name="text">What to read.</param>
    /// <param name="expression">The formula, or null.</param>
    /// <returns>False where the text is no formula, or is longer, deeper or has larger numerals than the limits allow.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Expression? expression)
    {
        try
        {
            expression = ExpressionParser.Parse(text);
            return expression is not null;
        }
        catch (OverflowException)
        {
            expression = null;
            return false;
        }
    }
}

/// <summary>A numeral.</summary>
public sealed record Number(Rational Value) : Expression;

/// <summary>A variable or a constant such as pi; a subscript belongs to the name.</summary>
public sealed record Symbol(string Name) : Expression;

/// <summary>Two terms or more.</summary>
public sealed record Sum(IReadOnlyList<Expression> Terms) : Expression;

/// <summary>Two factors or more.</summary>
public sealed record Product(IReadOnlyList<Expression> Factors) : Expression;

public sealed record Power(Expression Base, Expression Exponent) : Expression;

/// <summary>The floored remainder of a division.</summary>
public sealed record Remainder(Expression Dividend, Expression Divisor) : Expression;

public sealed record Factorial(Expression Operand) : Expression;

/// <summary>A function of one argument or more, by its lower-case name: <c>sin</c>, <c>abs</c>, or a letter such as <c>f</c>.</summary>
public sealed record FunctionCall(string Function, IReadOnlyList<Expression> Arguments) : Expression;
