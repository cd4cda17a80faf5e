namespace Miner.Offline.Tests;

/// <summary>Whole numbers in other bases.</summary>
internal sealed class BaseProblemTests
{
    [TestCase("Convert 255 to binary", "11111111")]
    [TestCase("What is 255 in hexadecimal?", "FF")]
    [TestCase("Convert binary 1010 to decimal", "10")]
    [TestCase("What is 0xFF in decimal?", "255")]
    [TestCase("Convert FF from hex to binary", "11111111")]
    [TestCase("What is the decimal value of 1010 base 2?", "10")]
    [TestCase("Convert 101 base 2 to base 3", "12")]
    [TestCase("What decimal number is binary 1010?", "10")]
    [TestCase("Convert $2A_{16}$ to decimal.", "42")]
    [TestCase("What is 1A3 in base 16 converted to base 10?", "419")]
    [TestCase("Convert 10 to base 36", "A")]
    [TestCase("Convert -5 to binary", "-101")]
    [TestCase("What is 377 in octal to decimal?", "255")]
    [TestCase("What is the binary representation of 10?", "1010")]
    [TestCase("What is the hex value of 255?", "FF")]
    [TestCase("What is 0b1010 in decimal?", "10")]
    public void Solve_KnowsBases(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("What's FF in decimal?")]
    [TestCase("Convert 1010 to decimal")]
    [TestCase("Convert 102 from binary to decimal")]
    [TestCase("What is 0b101 + 0b11?")]
    [TestCase("What is 101 + 11 in binary?")]
    [TestCase("Convert 9 from octal to decimal")]
    [TestCase("Convert 10 to base 1")]
    [TestCase("Convert 10 to base 99")]
    [TestCase("Convert 0b10 from hexadecimal to decimal")]
    [TestCase("Convert 1.5 to binary")]
    [TestCase("Convert 10 in binary to binary")]
    public void Solve_WhenMoreIsNeeded_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
