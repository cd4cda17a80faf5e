using System.Diagnostics;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary><c>man</c>. Needs <c>mandoc</c> of the Debian package of that name.</summary>
[TestFixture]
internal sealed class ManTests : MinerProcessFixture
{
    [Test]
    public async Task Page_Linted_HasNoWarning()
    {
        var page = await RunAsync(["man"]);
        Assert.That(page.ExitCode, Is.Zero, page.Error);
        await File.WriteAllTextAsync(InFolder("miner.1"), page.Output);

        using var linter = Process.Start(
            new ProcessStartInfo("mandoc", ["-T", "lint", "-W", "warning", InFolder("miner.1")]) { RedirectStandardOutput = true })!;
        var found = await linter.StandardOutput.ReadToEndAsync();
        await linter.WaitForExitAsync().InTimeAsync();

        Assert.That(found, Is.Empty);
        Assert.That(linter.ExitCode, Is.Zero);
    }
}
