using static Miner.Infrastructure.Tests.Llm.Offline.Accuracy.Draw;
using static Miner.Infrastructure.Tests.Llm.Offline.Accuracy.Problem;

namespace Miner.Infrastructure.Tests.Llm.Offline.Accuracy;

internal static class EquationProblems
{
    private const string Solving = "Solve {0} for x|Solve for x: {0}|{0}|What is x if {0}?|Find the value of x if {0}.|Solve the equation {0}";
    private const string SolvingSystem =
        "Solve the system: {0}, {1}|Solve {0} and {1}|{0}; {1}|Solve the simultaneous equations {0} and {1}.|Find x and y if {0} and {1}|Solve the system of equations\n{0}\n{1}";

    public static readonly Func<Draw, Problem>[] Equations =
    [
        Linear, BothSides, Factored, Divided, draw => Quadratic(draw, 1), draw => Quadratic(draw, draw.Between(2, 5)), Square, WithFraction, Reciprocal, Special,
    ];

    public static readonly Func<Draw, Problem>[] Systems = [TwoByTwo, TwoByTwo, Substitution, ThreeByThree, Degenerate];

    private static Problem Linear(Draw draw)
    {
        var (x, a, b) = (draw.Between(-20, 20), draw.NotZero(-9, 9), draw.Between(-30, 30));
        return Solutions(draw.Say(Solving, $"{a}x {Signed(b)} = {(a * x) + b}"), ("x", x));
    }

    private static Problem BothSides(Draw draw)
    {
        var (x, a, b) = (draw.Between(-20, 20), draw.NotZero(-9, 9), draw.Between(-30, 30));
        var c = a + draw.NotZero(-9, 9);
        return Solutions(draw.Say(Solving, $"{a}x {Signed(b)} = {c}x {Signed(b + ((a - c) * x))}"), ("x", x));
    }

    private static Problem Factored(Draw draw)
    {
        var (x, a, b) = (draw.Between(-20, 20), draw.NotZero(-9, 9), draw.Between(-30, 30));
        return Solutions(draw.Say(Solving, $"{a}(x {Signed(b)}) = {a * (x + b)}"), ("x", x));
    }

    private static Problem Divided(Draw draw)
    {
        var (x, a, b) = (draw.Between(-20, 20), draw.Between(2, 9), draw.Between(-30, 30));
        return Solutions(draw.Say(Solving, $"x/{a} {Signed(b)} = {x + b}"), ("x", x * a));
    }

    private static Problem Quadratic(Draw draw, int a)
    {
        var (first, second) = (draw.Between(-12, 12), draw.Between(-12, 12));
        var polynomial = $"{(a == 1 ? "" : a)}x^2 {Signed(-a * (first + second))}x {Signed(a * first * second)}";
        var query = draw.Say("Solve {0} = 0|Find the roots of {0}|What are the solutions of {0} = 0?|{0} = 0|What are the zeros of {0}?", polynomial);
        return first == second ? Solutions(query, ("x", first)) : Solutions(query, ("x", first), ("x", second));
    }

    private static Problem Square(Draw draw)
    {
        var root = draw.Between(1, 60);
        return Solutions(draw.Say(Solving, draw.Say("x^2 = {0}|x² - {0} = 0|2x^2 = {1}", root * root, 2 * root * root)), ("x", root), ("x", -root));
    }

    private static Problem WithFraction(Draw draw)
    {
        var (a, b, c) = (draw.NotZero(-9, 9), draw.Between(-30, 30), draw.Between(-30, 30));
        return Solutions(draw.Say("Solve {0}|Find y: {0}|Solve {0} for y", $"{a}y {Signed(b)} = {c}"), ("y", new Fraction(c - b, a)));
    }

    private static Problem Reciprocal(Draw draw)
    {
        var (x, a) = (draw.NotZero(-30, 30), draw.NotZero(-12, 12));
        return Solutions(draw.Say(Solving, $"{a * x}/x = {a}"), ("x", x));
    }

    private static Problem Special(Draw draw)
    {
        var (a, b, x) = (draw.NotZero(-9, 9), draw.Between(-30, 30), draw.NotZero(-9, 9));
        return draw.Between(0, 4) switch
        {
            0 => Text($"Solve {a}x {Signed(b)} = {a}x {Signed(b + 1)}", "no solution"),
            1 => Text($"Solve {a}(x {Signed(b)}) = {a}x {Signed(a * b)}", "every value of x"),
            2 => Text($"Solve x^2 {Signed(-2 * x)}x {Signed((x * x) - 3)} = 0", $"x = {x} - √3 or x = {x} + √3"),
            3 => Text($"Solve x^2 + {x * x} = 0", Math.Abs(x) == 1 ? "x = i or x = -i" : $"x = {Math.Abs(x)}i or x = -{Math.Abs(x)}i"),
            _ => Text($"Solve {a}/x = 0", "no solution"),
        };
    }

    private static Problem TwoByTwo(Draw draw)
    {
        var (x, y) = (draw.Between(-12, 12), draw.Between(-12, 12));
        var (a, b, c, d) = (draw.NotZero(-7, 7), draw.NotZero(-7, 7), draw.NotZero(-7, 7), draw.NotZero(-7, 7));
        if (a * d == b * c) (b, d) = (Math.Abs(b), a * c < 0 ? Math.Abs(d) : -Math.Abs(d));
        return Solutions(draw.Say(SolvingSystem, $"{a}x {Signed(b)}y = {(a * x) + (b * y)}", $"{c}x {Signed(d)}y = {(c * x) + (d * y)}"), ("x", x), ("y", y));
    }

    private static Problem Substitution(Draw draw)
    {
        var (x, y, a, b) = (draw.Between(-12, 12), draw.Between(-12, 12), draw.Between(1, 9), draw.Between(1, 9));
        return Solutions(draw.Say(SolvingSystem, $"y = {a}x {Signed(y - (a * x))}", $"{b}x + y = {(b * x) + y}"), ("x", x), ("y", y));
    }

    private static Problem ThreeByThree(Draw draw)
    {
        var (x, y, z, k) = (draw.Between(-12, 12), draw.Between(-12, 12), draw.Between(-12, 12), draw.Between(2, 6));
        return Solutions(
            draw.Say("Solve {0}, {1}, {2}|Solve the system of equations: {0}; {1}; {2}|Find x, y and z if {0}, {1} and {2}", $"x + y + z = {x + y + z}", $"{k}x - y + z = {(k * x) - y + z}", $"x + {k}y - z = {x + (k * y) - z}"),
            ("x", x), ("y", y), ("z", z));
    }

    private static Problem Degenerate(Draw draw)
    {
        var (a, b, c) = (draw.NotZero(-7, 7), draw.NotZero(-7, 7), draw.Between(-20, 20));
        var contradicts = draw.Between(0, 1);
        return Text(
            draw.Say(SolvingSystem, $"{a}x {Signed(b)}y = {c}", $"{2 * a}x {Signed(2 * b)}y = {(2 * c) + contradicts}"),
            contradicts == 1 ? "no solution" : "infinitely many solutions");
    }
}
