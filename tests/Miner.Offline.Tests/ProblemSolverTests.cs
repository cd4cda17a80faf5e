using Miner.Offline.Problems;

namespace Miner.Offline.Tests;

/// <summary>What holds for problems of every kind.</summary>
internal sealed class ProblemSolverTests
{
    [TestCase("1) What is 2+3? 2) What is 2*3?", "5 and 6")]
    [TestCase("a) What is 2 + 2? b) Is 5 prime?", "4 and yes")]
    [TestCase("1. 2 + 2\n2. 3 * 3", "4 and 9")]
    [TestCase("What is 2 + 2? And 3 * 3?", "4 and 9")]
    public void Solve_WhenSeveralQuestionsAreOfNumbersOnly_AnswersEach(string query, string expected) =>
        SolverAssert.Answers(query, expected);

    [TestCase("Who wrote Faust? And what is 2 + 2?")]
    [TestCase("What is 2 + 2? Add 3.")]
    [TestCase("I have homework. Solve 3x + 5 = 20. Thanks!")]
    [TestCase("Let T = 95. Let U be the number of primes. Compute U.")]
    [TestCase("x + y = 10. What is 2 + 2?")]
    [TestCase("Consider base 5. What is 3 + 4?")]
    public void Solve_WhenOneSentenceIsNotUnderstood_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);

    [TestCase("Please solve 3x + 5 = 20. Thanks!", "x = 5")]
    [TestCase("Hello, could you tell me what 2 + 2 is?", "4")]
    [TestCase("Hi! I need the result of 6!/4!, please.", "30")]
    [TestCase("What is 2 + 2? Show your work.", "4")]
    public void Solve_WhenItIsAskedPolitely_Answers(string query, string expected) => SolverAssert.Answers(query, expected);

    [Test]
    public void Solve_WhenOnlyTheTaskSaysWhatToDo_ReadsBoth() =>
        Assert.That(ProblemSolver.Solve("x^2 + 3x", "Find the derivative of")!.ToString(), Does.EndWith("The answer is 2x + 3."));

    [TestCase("")]
    [TestCase("Answer the question")]
    [TestCase("Solve the following math problem.")]
    [TestCase("Please answer the following math question.")]
    [TestCase("You are a helpful assistant")]
    [TestCase("You are a careful math tutor. Solve the problem step by step.")]
    [TestCase("Answer the user's question accurately and concisely")]
    [TestCase("Provide the final answer.")]
    [TestCase("Calculate")]
    [TestCase("Math question")]
    [TestCase("Question answering")]
    [TestCase("Answer the question. Show your work.")]
    public void Solve_WhenTheTaskAsksForNoMore_Answers(string task) =>
        Assert.That(ProblemSolver.Solve("What is 2 + 2?", task)?.Answer, Is.EqualTo("4"));

    [TestCase("Answer in German")]
    [TestCase("Answer in binary")]
    [TestCase("You are a pirate")]
    [TestCase("You are a helpful assistant. Answer in French.")]
    [TestCase("You are a helpful assistant that never answers")]
    [TestCase("Solve the problem modulo 3")]
    [TestCase("Give the answer plus one")]
    [TestCase("Do not answer the question")]
    [TestCase("Explain why this is hard")]
    [TestCase("t")]
    public void Solve_WhenTheTaskIsNotUnderstood_GivesNoAnswer(string task) =>
        Assert.That(ProblemSolver.Solve("What is 2 + 2?", task), Is.Null);

    [TestCase("")]
    [TestCase("Who wrote Faust?")]
    [TestCase("What is the derivative of sin(x)?")]
    [TestCase("What is the mean of the first 10 primes?")]
    [TestCase("Solve x^5 + sin(x) = 2")]
    [TestCase("If a train leaves at 5 and arrives at 7, how fast is it?")]
    [TestCase("Is 5 a good number of children?")]
    [TestCase("What happened in 1999 - 2001?")]
    [TestCase("Write 3 poems about 2 cats")]
    [TestCase("What is 100 in Celsius?")]
    [TestCase("My birthday is on 5/7. What is 3+4?")]
    [TestCase("What is love?")]
    [TestCase("What does 24/7 mean?")]
    [TestCase("What is COVID-19?")]
    [TestCase("Explain the 80/20 rule")]
    [TestCase("What is the difference between HTTP/1.1 and HTTP/2?")]
    [TestCase("What is the mean temperature in July?")]
    [TestCase("What is e = mc^2?")]
    [TestCase("Describe y = mx + b")]
    [TestCase("How many people live in New York?")]
    [TestCase("What is the range of a Tesla model 3?")]
    [TestCase("Solve the mystery of flight 370")]
    [TestCase("Is 3 > 2 in Python?")]
    [TestCase("Write code to compute 2+2")]
    [TestCase("a = b")]
    [TestCase("What is the 3 body problem?")]
    [TestCase("Explain how to convert binary search to ternary search in C")]
    [TestCase("What percent of people like 5 apples?")]
    [TestCase("How many pens cost more than 5 books?")]
    [TestCase("What number is Beethoven's 9th?")]
    [TestCase("How far is it to the moon at 5 km/h?")]
    [TestCase("Is a square with 5 sides a triangle?")]
    [TestCase("What is the mean of x and y?")]
    [TestCase("9^9^9^9")]
    [TestCase("What is 100000 factorial?")]
    [TestCase("What is sin(90 degrees)?")]
    [TestCase("What is arcsin(2)?")]
    [TestCase("Convert 5 in to cm")]
    [TestCase("Convert $5 to euros")]
    [TestCase("Convert FF to decimal")]
    [TestCase("What is 12 in Roman numerals?")]
    [TestCase("What is 5 USD + 3 USD?")]
    [TestCase("twotimestwo")]
    [TestCase("What is 6 * 7? Only give the sign.")]
    [TestCase("Was ist 2 + 2?")]
    [TestCase("¿Cuánto es 2 + 2?")]
    [TestCase("What is 17 * 19 and why?")]
    [TestCase("What is not 2 + 2?")]
    [TestCase("What is 2 + 2 on a Tuesday?")]
    [TestCase("Compute 2 + 2 using a calculator")]
    [TestCase("Compute 2 + 2 without adding")]
    [TestCase("Estimate 48 * 52")]
    [TestCase("Approximately what is 48 * 52?")]
    [TestCase("What was 2 + 2?")]
    [TestCase("Fill in: 9 × ? = 81")]
    [TestCase("Why is 9 * 9 = 81?")]
    [TestCase("What is 3 + 4 in words?")]
    [TestCase("Convert 5'6\" to cm")]
    [TestCase("How many sides does a hexagon have?")]
    [TestCase("What is 10 rem 3?")]
    [TestCase("What is 7 div 2?")]
    [TestCase("What is 3 xor 5?")]
    [TestCase("What is the natural log of e?")]
    public void Solve_WhenItIsNothingToCompute_IsNull(string query) => Assert.That(ProblemSolver.Solve(query, ""), Is.Null);
}
