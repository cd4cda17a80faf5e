using System.Numerics;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>Powers, roots, factorials and logarithms.</summary>
internal static class PowerProblems
{
    public static readonly IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> Forms =
    [
        Power,
        PowerInWords,
        SquareRoot,
        CubeRoot,
        FourthRoot,
        Square,
        Cube,
        RootOfFraction,
        Surd,
        Factorial,
        RatioOfFactorials,
        Mixed,
        Logarithm,
    ];

    private static (string Question, string Answer) Power(ProblemDraw draw)
    {
        var (a, n) = (draw.Between(2, 99), draw.Between(2, 20));
        return (draw.Ask(draw.Say("{0}^{1}|{0}**{1}|{0} ^ {1}|${0}^{{{1}}}$", a, n)), $"{BigInteger.Pow(a, n)}");
    }

    private static (string Question, string Answer) PowerInWords(ProblemDraw draw)
    {
        var (a, n) = (draw.Between(2, 30), draw.Between(4, 9));
        return (draw.Say(
            "What is {0} to the power of {1}?|What is {0} raised to the power {1}?|{0} to the {1}th power|"
            + "Calculate {0} raised to {1}|Raise {0} to the power of {1}.",
            a, n), $"{BigInteger.Pow(a, n)}");
    }

    private static (string Question, string Answer) SquareRoot(ProblemDraw draw)
    {
        var root = draw.Between(2, 9_999);
        return (draw.Say(
            "What is the square root of {0}?|Find the square root of {0}|sqrt({0})|Calculate √{0}|what's the sqrt of {0}",
            root * root), $"{root}");
    }

    private static (string Question, string Answer) CubeRoot(ProblemDraw draw)
    {
        var root = draw.Between(2, 99);
        return (draw.Say(
            "What is the cube root of {0}?|Find the cube root of {0}.|cbrt({0})|Calculate the cube root of {0}",
            root * root * root), $"{root}");
    }

    private static (string Question, string Answer) FourthRoot(ProblemDraw draw)
    {
        var root = draw.Between(2, 30);
        return (draw.Say("What is the fourth root of {0}?|Find the 4th root of {0}", BigInteger.Pow(root, 4)), $"{root}");
    }

    private static (string Question, string Answer) Square(ProblemDraw draw)
    {
        var a = draw.Between(11, 999);
        return (draw.Say("What is {0} squared?|What is the square of {0}?|{0}²|Square {0}.|Compute {0} squared", a), $"{a * a}");
    }

    private static (string Question, string Answer) Cube(ProblemDraw draw)
    {
        var a = draw.Between(3, 99);
        return (draw.Say("What is {0} cubed?|What is the cube of {0}?|{0}³|Find the cube of {0}", a), $"{a * a * a}");
    }

    private static (string Question, string Answer) RootOfFraction(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(1, 40), draw.Between(2, 40));
        return (draw.Ask(draw.Say("sqrt({0}/{1})|the square root of {0}/{1}|({0}/{1})^(1/2)", a * a, b * b)), ProblemText.Fraction(a, b));
    }

    private static (string Question, string Answer) Surd(ProblemDraw draw)
    {
        var (outside, inside) = (draw.Between(2, 20), draw.Of(2, 3, 5, 7, 10, 15));
        return (draw.Say(
            "What is the square root of {0} in simplest radical form?|Simplify sqrt({0})|Simplify √{0}.|"
            + "Write sqrt({0}) in simplest form",
            outside * outside * inside), $"{outside}√{inside}");
    }

    private static (string Question, string Answer) Factorial(ProblemDraw draw)
    {
        var n = draw.Between(3, 30);
        return (draw.Say("What is {0}!?|What is {0} factorial?|Compute the factorial of {0}|{0}!|Calculate {0}!", n), $"{Product(1, n)}");
    }

    private static (string Question, string Answer) RatioOfFactorials(ProblemDraw draw)
    {
        var (n, k) = (draw.Between(6, 25), draw.Between(1, 4));
        return draw.Of(
            (draw.Ask(draw.Say("{0}!/{1}!|{0}! / {1}!|{0}! ÷ {1}!", n, n - k)), $"{Product(n - k + 1, n)}"),
            (draw.Say(
                "What is {0} choose {1}?|How many ways are there to choose {1} out of {0}?|Compute C({0}, {1})",
                n, k), $"{Product(n - k + 1, n) / Product(1, k)}"));
    }

    private static (string Question, string Answer) Mixed(ProblemDraw draw)
    {
        var (a, b, root) = (draw.Between(2, 20), draw.Between(2, 20), draw.Between(2, 30));
        return draw.Of(
            (draw.Say(
                "What is {0} squared plus {1} cubed?|Add the square of {0} and the cube of {1}.|{0}^2 + {1}^3",
                a, b), $"{(a * a) + (b * b * b)}"),
            (draw.Ask(draw.Say(
                "sqrt({0}) + {1}^2|√{0} + {1}²|{1} squared plus the square root of {0}",
                root * root, a)), $"{root + (a * a)}"));
    }

    private static (string Question, string Answer) Logarithm(ProblemDraw draw)
    {
        var (radix, exponent) = (draw.Of(2, 3, 5, 10), draw.Between(2, 9));
        return (draw.Say(
            "What is the log base {0} of {1}?|log_{0}({1})|What is the base {0} logarithm of {1}?",
            radix, BigInteger.Pow(radix, exponent)), $"{exponent}");
    }

    private static BigInteger Product(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Aggregate(BigInteger.One, (product, factor) => product * factor);
}
