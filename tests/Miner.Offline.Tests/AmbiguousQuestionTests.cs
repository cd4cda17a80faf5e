namespace Miner.Offline.Tests;

/// <summary>What people read in two ways is not answered, since either answer may be the wrong one.</summary>
internal sealed class AmbiguousQuestionTests
{
    [TestCase("2024-01-15")]
    [TestCase("What is 12/25/2020?")]
    [TestCase("5/7/2020 + 1")]
    [TestCase("10-5-2020")]
    [TestCase("555-1234")]
    [TestCase("1-800-555-1234")]
    public void Solve_WhenItIsADateOrATelephoneNumber_GivesNoAnswer(string question) => SolverAssert.GivesNone(question);

    [TestCase("15% 80")]
    [TestCase("5 %3")]
    [TestCase("-7 % 3")]
    [TestCase("10 mod 3 * 2")]
    [TestCase("Solve x + 10% = 5")]
    [TestCase("Evaluate x + 10% at x = 50")]
    [TestCase("What is the mean of 50 + 10% and 5?")]
    [TestCase("Is 50 + 10% = 55?")]
    public void Solve_WhenAPercentSignIsOpen_GivesNoAnswer(string question) => SolverAssert.GivesNone(question);

    [TestCase("Evaluate x^0 at x = 0")]
    [TestCase("f(x) = x^x. What is f(0)?")]
    [TestCase("Is 0^0 = 1?")]
    [TestCase("Which is larger, 0^0 or 2?")]
    [TestCase("What is 0.5!?")]
    [TestCase("gcd(0, 0)")]
    [TestCase("gcd of 0 and 0")]
    [TestCase("lcm of 1/2 and 3/4")]
    public void Solve_WhenTheValueIsAMatterOfDefinition_GivesNoAnswer(string question) => SolverAssert.GivesNone(question);

    [TestCase("8^1/3")]
    [TestCase("2 1/2^2")]
    [TestCase("{-2}^{2}")]
    [TestCase("3 x x = 12")]
    [TestCase("Solve 2 x 3 = x")]
    [TestCase("If x = 2, what is 3 x x?")]
    public void Solve_WhenASignBindsInTwoWays_GivesNoAnswer(string question) => SolverAssert.GivesNone(question);

    [TestCase("What is -5 squared?")]
    [TestCase("What is twice 3 squared?")]
    [TestCase("What is half of 4 squared?")]
    [TestCase("What is the sum of 2 and 3 squared?")]
    [TestCase("What is the square root of 9 + 16?")]
    [TestCase("What is the cube of 2 + 1?")]
    [TestCase("What is 2 * 5 choose 2?")]
    [TestCase("What is 5 choose 2 + 1?")]
    [TestCase("Multiply 3 and 4 by 2")]
    public void Solve_WhenWordsBindInTwoWays_GivesNoAnswer(string question) => SolverAssert.GivesNone(question);

    [TestCase("Sort 10,200,30 in ascending order")]
    [TestCase("What is the mean of 1,000,2,000?")]
    [TestCase("What is the mean of 1 000 2 000?")]
    [TestCase("What is the mean of 3 1/2 2?")]
    [TestCase("What is the mean of (1,2) and (3,4)?")]
    public void Solve_WhenAListIsOpen_GivesNoAnswer(string question) => SolverAssert.GivesNone(question);

    [TestCase("What is the sum of the first 5 whole numbers?")]
    [TestCase("What is the 5th term of the arithmetic sequence with first term 2 and common ratio 3?")]
    [TestCase("What is the 5th term of the geometric sequence with first term 2 and common difference 3?")]
    [TestCase("Convert 10 C and 20 C to F")]
    [TestCase("Convert 5 Mm to m")]
    public void Solve_WhenTheQuestionContradictsItself_GivesNoAnswer(string question) => SolverAssert.GivesNone(question);

    [TestCase("What is the sum of 3 squared and 4 squared?", "25")]
    [TestCase("What is the square root of 16 plus 9?", "13")]
    [TestCase(@"2\frac{1}{2} + 1", "3.5")]
    [TestCase(@"2^3\frac{1}{2}", "4")]
    [TestCase("Expand 2x(x + 1)", "2x^2 + 2x")]
    [TestCase("3 x 4 x 5", "60")]
    [TestCase("What is 15% of 80?", "12")]
    [TestCase("What is 7 % 3?", "1")]
    [TestCase("What is the mean of 1,200 and 1,400?", "1300")]
    [TestCase("What is the mean of 301 102 5?", "136")]
    [TestCase("Convert 5 Km to m", "5000 metres")]
    [TestCase("What is 2024 - 1999?", "25")]
    [TestCase("What is 10 choose 3?", "120")]
    [TestCase("What is 2 million minus 1?", "1999999")]
    [TestCase("Solve 1/(x - 1) = 1/(x - 1)", "every value of x except 1")]
    public void Solve_WhenItOnlyLooksOpen_Answers(string question, string expected) => SolverAssert.Answers(question, expected);
}
