using static Miner.Operator.Evaluation.Problems.ProblemText;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>Linear and quadratic equations and systems of linear ones, all made from their solutions.</summary>
internal static class AlgebraProblems
{
    private const string Solving =
        "Solve {0} for x|Solve for x: {0}|{0}|What is x if {0}?|Find the value of x if {0}.|Solve the equation {0}|"
        + "If {0}, what is x?|Find x: {0}|{0}, x = ?|Hello, could you solve {0} please?";

    private const string SolvingQuadratic =
        "Solve {0} = 0|Find the roots of {0}|What are the solutions of {0} = 0?|{0} = 0|What are the zeros of {0}?|"
        + "Solve the quadratic equation {0} = 0|Find all x such that {0} = 0";

    private const string SolvingSystem =
        "Solve the system: {0}, {1}|Solve {0} and {1}|{0}; {1}|Solve the simultaneous equations {0} and {1}.|"
        + "Find x and y if {0} and {1}|Solve the system of equations\n{0}\n{1}|If {0} and {1}, what are x and y?";

    public static readonly IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> Forms =
    [
        Linear, BothSides, Bracketed, Divided, WithFraction, Reciprocal, Quadratic, ScaledQuadratic, Square,
        TwoByTwo, TwoByTwo, Substitution, ThreeByThree, Combined,
    ];

    private static (string Question, string Answer) Linear(ProblemDraw draw)
    {
        var (x, a, b) = (draw.Between(-20, 20), draw.NotZero(-9, 9), draw.NotZero(-30, 30));
        return (draw.Say(Solving, $"{Polynomial(b, a)} = {(a * x) + b}"), $"x = {x}");
    }

    private static (string Question, string Answer) BothSides(ProblemDraw draw)
    {
        var (x, a, b, c) = (draw.Between(-20, 20), draw.Between(5, 9), draw.NotZero(-30, 30), draw.NotZero(-9, 4));
        return (draw.Say(Solving, $"{Polynomial(b, a)} = {Polynomial(b + ((a - c) * x), c)}"), $"x = {x}");
    }

    private static (string Question, string Answer) Bracketed(ProblemDraw draw)
    {
        var (x, a, b) = (draw.Between(-20, 20), draw.Between(2, 9), draw.NotZero(-30, 30));
        return (draw.Say(Solving, $"{a}(x {Signed(b)}) = {a * (x + b)}"), $"x = {x}");
    }

    private static (string Question, string Answer) Divided(ProblemDraw draw)
    {
        var (x, a, b) = (draw.Between(-20, 20), draw.Between(2, 9), draw.NotZero(-30, 30));
        return (draw.Say(Solving, $"x/{a} {Signed(b)} = {x + b}"), $"x = {x * a}");
    }

    private static (string Question, string Answer) WithFraction(ProblemDraw draw)
    {
        var (a, b, c) = (draw.Between(2, 9), draw.NotZero(-30, 30), draw.Between(-30, 30));
        return (draw.Say(
            "Solve {0}|Find y: {0}|Solve {0} for y|What is y if {0}?",
            $"{a}y {Signed(b)} = {c}"), $"y = {Fraction(c - b, a)}");
    }

    private static (string Question, string Answer) Reciprocal(ProblemDraw draw)
    {
        var (x, a) = (draw.NotZero(-30, 30), draw.NotZero(-12, 12));
        return (draw.Say(Solving, $"{a * x}/x = {a}"), $"x = {x}");
    }

    private static (string Question, string Answer) Quadratic(ProblemDraw draw)
    {
        var (first, second) = (draw.Between(-12, 12), draw.Between(-12, 12));
        return (draw.Say(SolvingQuadratic, Polynomial(first * second, -first - second, 1)), Roots(first, second));
    }

    private static (string Question, string Answer) ScaledQuadratic(ProblemDraw draw)
    {
        var (first, second, a) = (draw.Between(-12, 12), draw.Between(-12, 12), draw.Between(2, 5));
        return (draw.Say(SolvingQuadratic, Polynomial(a * first * second, -a * (first + second), a)), Roots(first, second));
    }

    private static (string Question, string Answer) Square(ProblemDraw draw)
    {
        var root = draw.Between(1, 60);
        return (draw.Say(Solving, draw.Say("x^2 = {0}|x² - {0} = 0|2x^2 = {1}", root * root, 2 * root * root)), Roots(root, -root));
    }

    private static (string Question, string Answer) TwoByTwo(ProblemDraw draw)
    {
        var (x, y) = (draw.Between(-12, 12), draw.Between(-12, 12));
        var (a, b, c, d) = (draw.Between(1, 7), draw.NotZero(-7, 7), draw.Between(1, 7), draw.NotZero(-7, 7));
        if (a * d == b * c) d += a * (d == -a ? 2 : 1);
        return (draw.Say(SolvingSystem, $"{Row(a, b)} = {(a * x) + (b * y)}", $"{Row(c, d)} = {(c * x) + (d * y)}"), $"x = {x}, y = {y}");
    }

    private static (string Question, string Answer) Substitution(ProblemDraw draw)
    {
        var (x, y, a, b) = (draw.Between(-12, 12), draw.Between(-12, 12), draw.Between(2, 9), draw.Between(2, 9));
        return (draw.Say(SolvingSystem, $"y = {Polynomial(y - (a * x), a)}", $"{b}x + y = {(b * x) + y}"), $"x = {x}, y = {y}");
    }

    private static (string Question, string Answer) ThreeByThree(ProblemDraw draw)
    {
        var (x, y, z, k) = (draw.Between(-12, 12), draw.Between(-12, 12), draw.Between(-12, 12), draw.Between(2, 6));
        return (
            draw.Say(
                "Solve {0}, {1}, {2}|Solve the system of equations: {0}; {1}; {2}|Find x, y and z if {0}, {1} and {2}|"
                + "Solve the system {0}, {1} and {2}.",
                $"x + y + z = {x + y + z}", $"{k}x - y + z = {(k * x) - y + z}", $"x + {k}y - z = {x + (k * y) - z}"),
            $"x = {x}, y = {y}, z = {z}");
    }

    /// <summary>Asks not for the solution itself, but for what follows from it.</summary>
    private static (string Question, string Answer) Combined(ProblemDraw draw)
    {
        var (x, y) = (draw.Between(1, 12), draw.Between(1, 12));
        return draw.Of(
            ($"If x + y = {x + y} and x - y = {x - y}, what is {draw.Of("xy", "x*y", "x * y")}?", $"{x * y}"),
            ($"If {y}x = {x * y}, what is {y + 1}x?", $"{(y + 1) * x}"));
    }

    /// <summary>Both values of x, or the one that they are.</summary>
    private static string Roots(int first, int second) => first == second ? $"x = {first}" : $"x = {first} or x = {second}";

    private static string Row(int x, int y) =>
        $"{(x == 1 ? "" : x)}x {(y < 0 ? "-" : "+")} {(Math.Abs(y) == 1 ? "" : Math.Abs(y))}y";
}
