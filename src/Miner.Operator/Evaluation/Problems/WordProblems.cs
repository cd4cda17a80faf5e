namespace Miner.Operator.Evaluation.Problems;

/// <summary>Unknown numbers and plain figures in words, and short stories.</summary>
internal static class WordProblems
{
    public static readonly IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> Forms =
    [
        Doubled, SumIsKnown, Consecutive, SumAndDifference, StoryProblems.Ages, Rectangle, Square, Triangle, .. StoryProblems.Forms,
    ];

    private static (string Question, string Answer) Doubled(ProblemDraw draw)
    {
        var (number, factor, more) = (draw.Between(2, 60), draw.Between(2, 9), draw.Between(1, 60));
        return draw.Of(
            (draw.Say(
                "Twice a number plus {0} is {1}. What is the number?|"
                + "If you double a number and add {0}, you get {1}. What is the number?|"
                + "A number is doubled and increased by {0}. The result is {1}. Find the number.",
                more, (2 * number) + more), $"{number}"),
            (draw.Say(
                "{0} times a number minus {1} equals {2}. Find the number.|"
                + "When {1} is subtracted from {0} times a number, the result is {2}. What is the number?",
                factor, more, (factor * number) - more), $"{number}"));
    }

    private static (string Question, string Answer) SumIsKnown(ProblemDraw draw)
    {
        var (number, more) = (draw.Between(2, 400), draw.Between(2, 400));
        return draw.Of(
            (draw.Say(
                "What number plus {0} is {1}?|The sum of a number and {0} is {1}. What is the number?|"
                + "{0} more than a number is {1}. What is the number?",
                more, number + more), $"{number}"),
            (draw.Say(
                "What number must be added to {0} to get {1}?|What number added to {0} gives {1}?",
                more, number + more), $"{number}"),
            (draw.Say(
                "A number divided by {0} is {1}. What is the number?|What number divided by {0} equals {1}?",
                more, number), $"{number * more}"));
    }

    private static (string Question, string Answer) Consecutive(ProblemDraw draw)
    {
        var first = draw.Between(1, 300);
        return draw.Of(
            ($"The sum of two consecutive integers is {(2 * first) + 1}. What is the smaller one?", $"{first}"),
            ($"The sum of three consecutive integers is {(3 * first) + 3}. What is the largest of them?", $"{first + 2}"));
    }

    private static (string Question, string Answer) SumAndDifference(ProblemDraw draw)
    {
        var (smaller, difference) = (draw.Between(1, 90), draw.Between(1, 60));
        return (
            draw.Say(
                "The sum of two numbers is {0} and their difference is {1}. What is the larger number?|"
                + "Two numbers add up to {0} and differ by {1}. Find the larger one.",
                (2 * smaller) + difference, difference),
            $"{smaller + difference}");
    }

    private static (string Question, string Answer) Rectangle(ProblemDraw draw)
    {
        var (length, width) = (draw.Between(5, 60), draw.Between(2, 40));
        return draw.Of(
            (draw.Say(
                "What is the area of a rectangle with length {0} and width {1}?|"
                + "A rectangle is {0} cm long and {1} cm wide. What is its area in square centimetres?|"
                + "Find the area of a {0} by {1} rectangle.",
                length, width), $"{length * width}"),
            (draw.Say(
                "What is the perimeter of a rectangle with length {0} and width {1}?|"
                + "A garden is {0} m long and {1} m wide. How many metres of fence go around it?",
                length, width), $"{2 * (length + width)}"));
    }

    private static (string Question, string Answer) Square(ProblemDraw draw)
    {
        var side = draw.Between(3, 90);
        return draw.Of(
            (draw.Say(
                "What is the perimeter of a square with side {0}?|A square has sides of length {0}. What is its perimeter?",
                side), $"{4 * side}"),
            (draw.Say(
                "What is the area of a square with side length {0}?|Find the area of a square whose side is {0}.",
                side), $"{side * side}"),
            (draw.Say(
                "What is the volume of a cube with side length {0}?|What is the volume of a cube with edge {0}?",
                side), $"{side * side * side}"));
    }

    private static (string Question, string Answer) Triangle(ProblemDraw draw)
    {
        var (half, height, side) = (draw.Between(2, 40), draw.Between(2, 40), draw.Between(1, 9));
        return draw.Of(
            (draw.Say(
                "What is the area of a triangle with base {0} and height {1}?|"
                + "A triangle has a base of {0} and a height of {1}. What is its area?",
                2 * half, height), $"{half * height}"),
            (draw.Say(
                "A right triangle has legs {0} and {1}. How long is the hypotenuse?|"
                + "What is the hypotenuse of a right triangle with legs {0} and {1}?",
                3 * side, 4 * side), $"{5 * side}"));
    }
}
