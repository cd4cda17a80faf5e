using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Miner.Operator.Tests.Evaluation.Problems;

/// <summary>
/// What a formula of a question comes to, in fractions: written anew for the tests, so that the generator is not checked by the miner's
/// own mathematics.
/// </summary>
internal sealed partial class PlainEvaluator
{
    private static readonly string[] Ones =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>How formulas are spelt, and the sign for it; tried in this order.</summary>
    private static readonly (string Spelling, string Sign)[] Spellings =
    [
        (@"(?<=\d),(?=\d{3})", ""), (@"\$", ""), (@"\\frac\{(.+?)\}\{(.+?)\}", "(($1)/($2))"), (@"\^\{(.+?)\}", "^($1)"),
        (@"\*\*", "^"), ("×", "*"), ("÷", "/"), (@"\[", "("), (@"\]", ")"), ("²| squared", "^2"), ("³| cubed", "^3"),
        (@"(\d+) (\d+)/(\d+)", "($1 + $2/$3)"), (@"(\d+) million", "($1*1000000)"), (@"√(\d+)", "sqrt($1)"),
        (@"the product of (\S+) and (\S+)", "($1)*($2)"), (@"the quotient of (\S+) and (\S+)", "($1)/($2)"),
        (@"the square root of ([\d/]+)", "sqrt($1)"), ("to the power of", "^"), (@"(\S+/\S+) divided by (\S+)", "($1)/($2)"),
        ("divided by", "/"), ("times|multiplied by", "*"),
        ("plus", "+"), ("negative|minus", "-"), (" ", ""),
    ];

    private readonly string _formula;
    private int _at;

    private PlainEvaluator(string formula) => _formula = formula;

    /// <summary>Its value, or <c>undefined</c>; null where <paramref name="question"/> asks for no formula.</summary>
    public static string? Solve(string question)
    {
        var match = Asking.Match(question);
        var formula = WithDigits(match.Groups["formula"].Value);
        foreach (var (spelling, sign) in Spellings) formula = Regex.Replace(formula, spelling, sign);
        return Evaluate(formula);
    }

    /// <summary>The same of a formula in plain signs, without spaces.</summary>
    public static string? Evaluate(string formula)
    {
        var evaluator = new PlainEvaluator(formula);
        try
        {
            var value = evaluator.Sum();
            if (evaluator._at < formula.Length) return null;
            return value is { } ratio ? ratio.ToString() : "undefined";
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Number words below a hundred as digits.</summary>
    public static string WithDigits(string text)
    {
        text = Regex.Replace(
            text,
            $"({string.Join('|', Tens)})-({string.Join('|', Ones)})",
            match => $"{Array.IndexOf(Tens, match.Groups[1].Value) * 10 + 20 + Array.IndexOf(Ones, match.Groups[2].Value)}");
        text = Regex.Replace(text, $@"\b({string.Join('|', Tens)})\b", match => $"{Array.IndexOf(Tens, match.Value) * 10 + 20}");
        return Regex.Replace(text, $@"\b({string.Join('|', Ones)})\b", match => $"{Array.IndexOf(Ones, match.Value)}");
    }

    private Ratio? Sum()
    {
        var value = Product();
        while (Take('+') is var plus && (plus || Take('-')))
        {
            var next = Product();
            value = plus ? value + next : value - next;
        }

        return value;
    }

    private Ratio? Product()
    {
        var value = Signed();
        while (true)
        {
            if (Take('*')) value *= Signed();
            else if (Take('/')) value = Ratio.Divide(value, Signed());
            else if (_at < _formula.Length && _formula[_at] == '(') value *= Power();
            else return value;
        }
    }

    private Ratio? Signed() => Take('-') ? -Signed() : Power();

    private Ratio? Power()
    {
        var value = Factorial();
        return Take('^') ? Ratio.Raise(value, Signed()) : value;
    }

    private Ratio? Factorial()
    {
        var value = Primary();
        if (!Take('!')) return value;
        var product = BigInteger.One;
        for (var factor = value!.Value.Up; factor > 1; factor--) product *= factor;
        return new Ratio(product, 1);
    }

    private Ratio? Primary()
    {
        if (Take('('))
        {
            var inner = Sum();
            return Take(')') ? inner : throw new FormatException();
        }

        if (_formula.AsSpan(_at).StartsWith("sqrt"))
        {
            _at += "sqrt".Length;
            return Ratio.Raise(Primary(), new Ratio(1, 2));
        }

        var digits = Number.Match(_formula, _at);
        if (!digits.Success) throw new FormatException();
        _at += digits.Length;
        var places = digits.Groups[2].Length;
        return new Ratio(
            BigInteger.Parse(digits.Groups[1].Value + digits.Groups[2].Value, CultureInfo.InvariantCulture), BigInteger.Pow(10, places));
    }

    private bool Take(char sign)
    {
        if (_at == _formula.Length || _formula[_at] != sign) return false;
        _at++;
        return true;
    }

    [GeneratedRegex(
        @"^(?:(?:What is|Calculate|Compute|How much is|Please evaluate|Work out|Find the value of|what's|Determine|Can you tell me what|"
        + @"Hi! I need the result of|What do you get when you) )?(?<formula>.+?)(?:, please|(?<=tell me what .*) is)?(?: = \?|[?.])?$")]
    private static partial Regex Asking { get; }

    [GeneratedRegex(@"\G(\d+)(?:\.(\d+))?")]
    private static partial Regex Number { get; }

    /// <summary>A fraction, not reduced; null of it stands for what is undefined.</summary>
    private readonly record struct Ratio(BigInteger Up, BigInteger Down)
    {
        public static Ratio operator +(Ratio one, Ratio other) =>
            new(one.Up * other.Down + other.Up * one.Down, one.Down * other.Down);

        public static Ratio operator -(Ratio one, Ratio other) => one + -other;

        public static Ratio operator *(Ratio one, Ratio other) => new(one.Up * other.Up, one.Down * other.Down);

        public static Ratio operator -(Ratio one) => new(-one.Up, one.Down);

        public static Ratio? Divide(Ratio? one, Ratio? other) =>
            other is { Up.IsZero: true } ? null : one * (other is { } ratio ? new Ratio(ratio.Down, ratio.Up) : null);

        /// <summary>To a whole power, or the root that comes out even.</summary>
        public static Ratio? Raise(Ratio? one, Ratio? power)
        {
            if (one is not { } value || power is not { } exponent) return null;
            if (exponent.Down == 2) return new Ratio(Root(value.Up), Root(value.Down));
            var size = (int)BigInteger.Abs(exponent.Up);
            var raised = new Ratio(BigInteger.Pow(value.Up, size), BigInteger.Pow(value.Down, size));
            return exponent.Up.Sign < 0 ? Divide(new Ratio(1, 1), raised) : raised;
        }

        public override string ToString() => Down.IsOne ? $"{Up}" : Down.Sign < 0 ? $"{-Up}/{-Down}" : $"{Up}/{Down}";

        private static BigInteger Root(BigInteger square)
        {
            var root = (BigInteger)Math.Round(Math.Sqrt((double)square));
            return root * root == square ? root : throw new FormatException();
        }
    }
}
