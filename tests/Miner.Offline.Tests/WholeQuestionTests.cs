using Miner.Offline.Problems;

namespace Miner.Offline.Tests;

/// <summary>
/// An answer is given only where every clause, instruction and token was understood and used: what can be answered alone is not
/// answered with anything before or behind it that changes, or may change, what is asked.
/// </summary>
internal sealed class WholeQuestionTests
{
    private static readonly string[] Questions =
    [
        "What is 2 + 3*4?", "Calculate 15% of 80", "What is the square root of 50?", "Solve 3x + 5 = 20",
        "Solve x^2 - 5x + 6 = 0", "Find the derivative of x^3 + 2x", "What is the integral of 2x + 1?",
        "Integrate x^2 from 0 to 3", "What is the mean of 4, 8 and 15?", "Is 97 prime?", "How many divisors does 12 have?",
        "What is 3/8 as a decimal?", "Convert 5 km to miles", "Convert 255 to binary", "Which is larger, 3/4 or 2/3?",
        "What is gcd(48, 36)?", "Factor x^2 - 5x + 6", "Expand (x + 1)^2", "Evaluate 3x^2 - 1 at x = 4",
        "f(x) = x^2 + 1. What is f(3)?", "Solve 2x + 3 > 11", "Solve x + y = 10 and x - y = 2", "If 4x = 48, what is 5x?",
        "What is the area of a circle with radius 7?", "What is the distance between (1, 2) and (4, 6)?", "What is 17 mod 5?",
        "What is the sum of the first 100 natural numbers?", "What is the 10th term of the arithmetic sequence 3, 7, 11?",
        "What percent of 80 is 12?", "Round 3.14159 to 2 decimal places", "What is the prime factorization of 360?",
        "What is 6!/4!?", "What is twelve times seven?", "Is 51 divisible by 17?", "Increase 80 by 15%",
    ];

    private static readonly string[] Endings =
    [
        " in base 3", " where x is positive", " for x > 3", " and then add 1", ", and multiply the result by 2",
        " in scientific notation", " dollars", " apples", " cm", ". Round to the nearest integer.", ". Do not use a calculator.",
        " except for 0", " without using 2", " if + means *", ", where a@b = a+b", " and what is the 8th one", ". Answer in words.",
        ". Give your answer as a percentage.", " plus the number of primes below 10", " or not", " over the integers",
        " with x = 2", " in Roman numerals", " to 3 significant figures", " given that n is even", " backwards",
        ", then square it", " (mod 5)", " in the ring Z/6Z", " + ...", " \\pmod{3}", " | 3", " & 3", "_2", " °", " on Mars",
    ];

    private static readonly string[] Beginnings =
    [
        "Let x = 2. ", "In base 8, ", "If * means addition, ", "Do not compute: ", "Why is it hard: ", "Explain ",
        "Approximately, ", "Tom asks: ", "In modulo 7 arithmetic, ", "Let a*b = a + 2b. ", "Define + as multiplication. ",
        "Twice ", "Half of ", "The negative of ", "Write code: ", "Not ", "Estimate ", "How would you explain: ",
        "Suppose 2 = 3. ", "Prove: ", "Sum the digits of: ", "x = 3. ", "Is it true that ", "Double the answer: ",
        "True or false: ",
    ];

    [TestCaseSource(nameof(Questions))]
    public void Solve_WhenNothingElseIsAsked_Answers(string question) => Assert.That(ProblemSolver.Solve(question, ""), Is.Not.Null);

    [TestCaseSource(nameof(Questions))]
    public void Solve_WhenMoreStandsBehindIt_GivesNoAnswer(string question)
    {
        var asked = Endings.Select(ending => $"{question.TrimEnd('?', '.')}{ending}?");

        Assert.That(asked.Where(IsAnswered), Is.Empty);
    }

    [TestCaseSource(nameof(Questions))]
    public void Solve_WhenMoreStandsBeforeIt_GivesNoAnswer(string question)
    {
        var asked = Beginnings.Select(beginning => $"{beginning}{char.ToLowerInvariant(question[0])}{question[1..]}");

        Assert.That(asked.Where(IsAnswered), Is.Empty);
    }

    [TestCase("∫ x² sin x dx")]
    [TestCase("What is the derivative of x^{sin x}?")]
    [TestCase("Differentiate $x^{\\sin x}$")]
    [TestCase("2*3 \\oplus 4")]
    [TestCase("2*3 @ 4")]
    [TestCase("d/dt (x^2)")]
    [TestCase("Find f'(2) if g(x) = x^2")]
    [TestCase("f(x) = y^2. What is f(3)?")]
    [TestCase("Factor x^4 + 4")]
    public void Solve_WhenAFormulaIsNotReadWhole_GivesNoAnswer(string question) => SolverAssert.GivesNone(question);

    [Test]
    public void Solve_WhenANumeralBeginsWithItsPoint_ReadsThePoint() => SolverAssert.Answers(".5 x .5", "0.25");

    private static bool IsAnswered(string question) => ProblemSolver.Solve(question, "") is not null;
}
