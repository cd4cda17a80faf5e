namespace Miner.EndToEnd.Tests.Cli;

/// <summary>What no verb takes is named and refused, before anything is done.</summary>
[TestFixture]
internal sealed class ArgumentTests : MinerProcessFixture
{
    private static readonly Dictionary<string, string> Environment = new() { ["API_KEY"] = "k", ["PATH"] = "/nowhere" };


    [TestCase("--jsn", "doctor", "--jsn", "--url", "http://127.0.0.1:9")]
    [TestCase("--tokn", "sign", "--name", "a", "--api-url", "https://a.example.org", "--tokn=the-secret")]
    [TestCase("--generat", "evaluate", "--generat", "5")]
    [TestCase("--rotate", "keygen", "--rotate")]
    [TestCase("second.txt", "verify", "first.txt", "second.txt")]
    [TestCase("--prnt", "vllm", "--prnt")]
    [TestCase("--prnt", "vllm", "--prnt", "--", "--seed", "1")]
    public Task Verb_WithAnUnknownArgument_NamesIt(string unknown, params string[] arguments) =>
        AssertRefusedAsync($"'{unknown}'", arguments);

    [TestCase("--generate must be a whole number from 1 to 100000.", "evaluate", "--generate", "abc")]
    [TestCase("--concurrency must be a whole number from 1 to 64.", "evaluate", "--concurrency", "99999999999")]
    [TestCase("--seed must be a whole number from 0 to 18446744073709551615.", "evaluate", "--seed", "-1")]
    [TestCase("--port must be a whole number from 1 to 65535.", "vllm", "--print", "--port", "0")]
    [TestCase("--port must be a whole number from 0 to 65535.", "serve", "--port", "abc")]
    [TestCase("--score-exponent: The exponent must be a number from 1 to 100.", "evaluate", "--score-exponent", "0")]
    [TestCase("--throughput-weight: The throughput's weight must be a number from 0 to 1.", "evaluate", "--throughput-weight", "50")]
    [TestCase("--criterion-weights: The criteria's weights must sum to 1; these sum to 0.9.",
        "evaluate", "--criterion-weights", "accuracy=0.9")]
    public Task Verb_WithANumberOutOfItsRange_TellsTheRange(string expected, params string[] arguments) =>
        AssertRefusedAsync(expected, arguments);

    [TestCase("FILE must not be empty.", "verify", "")]
    [TestCase("--key-file must not be empty.", "doctor", "--key-file", "")]
    [TestCase("--report must not be empty.", "evaluate", "--report", "")]
    [TestCase("--score-exponent must not be empty.", "evaluate", "--score-exponent", "")]
    [TestCase("--criterion-weights must not be empty.", "evaluate", "--criterion-weights", "")]
    [TestCase("--output must not be empty.", "sign", "--name", "a", "--api-url", "https://a.example.org", "--output", "")]
    [TestCase("--port must not be empty.", "vllm", "--print", "--port", "")]
    public Task Verb_WithAnEmptyArgument_NamesTheOption(string expected, params string[] arguments) =>
        AssertRefusedAsync(expected, arguments);

    private async Task AssertRefusedAsync(string expected, string[] arguments)
    {
        var result = await RunAsync(arguments, Environment);

        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain(expected).And.Not.Contain("the-secret").And.Not.Contain("   at "));
        Assert.That(result.Output, Does.Not.Contain("✓").And.Not.Contain("serve hugging").And.Not.Contain("Usage:"));
    }
}
