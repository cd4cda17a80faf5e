namespace Miner.Offline.Tests;

/// <summary>Primes, divisors, remainders and digits.</summary>
internal sealed class NumberTheoryProblemTests
{
    [TestCase("Is 97 a prime number?", "yes")]
    [TestCase("Is 91 prime?", "no")]
    [TestCase("Is 91 prime or composite?", "composite")]
    [TestCase("What is the prime factorization of 360?", "2^3 * 3^2 * 5")]
    [TestCase("How many divisors does 12 have?", "6")]
    [TestCase("List all factors of 12", "1, 2, 3, 4, 6, 12")]
    [TestCase("Is 51 divisible by 17?", "yes")]
    [TestCase("Is 7 even or odd?", "odd")]
    [TestCase("What is the modular inverse of 3 mod 7?", "5")]
    [TestCase("What is the next prime after 100?", "101")]
    [TestCase("What is the sum of the first 100 natural numbers?", "5050")]
    [TestCase("Is 91 composite?", "yes")]
    [TestCase("Is 1 prime or composite?", "neither")]
    [TestCase("Is 49 a perfect square?", "yes")]
    [TestCase("What is the largest prime factor of 84?", "7")]
    [TestCase("Find the smallest prime factor of 84", "2")]
    [TestCase("What remainder does 100 leave when divided by 7?", "2")]
    [TestCase("If you divide 100 by 7, what is the remainder?", "2")]
    [TestCase("If you divide 100 by 0, what is the remainder?", "undefined")]
    [TestCase("What is the sum of all integers from 1 to 100?", "5050")]
    [TestCase("What is the inverse of 4 mod 6?", "that there is no inverse")]
    [TestCase("What is the last digit of 7^100?", "1")]
    [TestCase("What is the sum of the digits of 2^15?", "26")]
    [TestCase("How many trailing zeros does 100! have?", "24")]
    [TestCase("How many primes are less than 100?", "25")]
    public void Solve_KnowsNumberTheory(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("Is 0 divisible by 0?")]
    [TestCase("What is 3 + 4 mod 5?")]
    [TestCase("What is 7^-1 mod 11?")]
    [TestCase("Solve 3x + 5 = 20 mod 7")]
    [TestCase("What is the prime factorization of -12?")]
    public void Solve_WhenMoreIsNeeded_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
