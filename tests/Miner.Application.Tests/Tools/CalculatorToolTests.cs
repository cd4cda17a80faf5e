using Miner.Application.Ports;
using Miner.Application.Tools;

namespace Miner.Application.Tests.Tools;

/// <summary>Whatever a model calls the calculator with is answered with a text.</summary>
[TestFixture]
internal sealed class CalculatorToolTests
{
    private const string Form = "Error: The arguments must be one JSON object such as";

    [TestCase("""{"operation":"evaluate","input":["6*7"]}""", "42")]
    [TestCase("""{"operation":"evaluate","input":"6*7"}""", "42")]
    [TestCase("""{"operation":"evaluate","input":6}""", "6")]
    [TestCase("""{"operation":"gcd","input":[12,"18"]}""", "6")]
    [TestCase("""{"operation":"gcd","input":["4"],"input":["12","18"]}""", "6")]
    [TestCase("""{"operation":"lcm","input":[4,6],"reason":null}""", "12")]
    [TestCase("""{"operation":"is_prime","input":["91"]}""", "not prime")]
    [TestCase("""{"operation":"gcd","input":[12,null]}""", Form)]
    [TestCase("""{"operation":"gcd","input":[12,[18]]}""", Form)]
    [TestCase("""{"operation":"gcd","input":true}""", Form)]
    [TestCase("""{"operation":1,"input":["6*7"]}""", Form)]
    [TestCase("""{"Operation":"evaluate","input":["6*7"]}""", Form)]
    [TestCase("""{"input":["6*7"]}""", Form)]
    [TestCase("""["evaluate","6*7"]""", Form)]
    [TestCase("""{"operation":"evaluate","input":["6*7"]} so""", Form)]
    public void Run_OfArguments_GivesTheResultOrTheForm(string arguments, string told) =>
        Assert.That(CalculatorTool.Run(new ToolCall("1", "calculator", arguments)), Does.StartWith(told));

    [TestCase(16_000, "42")]
    [TestCase(16_001, "Error: The arguments are too long.")]
    public void Run_OfLongArguments_ReadsThemUpToALimit(int length, string told) => Assert.That(
        CalculatorTool.Run(new ToolCall("1", "calculator", """{"operation":"evaluate","input":["6*7"]}""".PadRight(length))),
        Is.EqualTo(told));

    [TestCase("Calculator")]
    [TestCase("functions.calculator")]
    public void Run_OfAnotherTool_NamesTheOneThatThereIs(string name) => Assert.That(
        CalculatorTool.Run(new ToolCall("1", name, """{"operation":"evaluate","input":["6*7"]}""")),
        Is.EqualTo("Error: There is no such tool; there is calculator."));
}
