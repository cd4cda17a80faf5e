using Miner.Api.Cli;
using Miner.Operator;

namespace Miner.Api.Tests.Cli;

/// <summary>Scripts that a shell runs, and the program's name in them.</summary>
[TestFixture]
internal sealed class CompletionScriptTests
{
    private static readonly IEnumerable<string> Shells = CompletionScript.Shells;

    [Test]
    public void For_AName_CompletesIt(
        [ValueSource(nameof(Shells))] string shell, [Values("sample-miner", "Miner.Api", "miner_2", "Schürfer")] string program) =>
        Assert.That(CompletionScript.For(shell, program), Does.Contain($" {program}\n"));

    [Test]
    public void For_ANameThatTheShellWouldRunOrTearApart_IsRefused(
        [ValueSource(nameof(Shells))] string shell,
        [Values("miner $(touch made)", "miner;reboot", "my miner", "miner\nreboot", "`id`", "-F", "miner'", "a|b", "~", "*", "")]
        string program) =>
        Assert.That(() => CompletionScript.For(shell, program), Throws.TypeOf<OperatorException>().With.Message.Contains("letters"));
}
