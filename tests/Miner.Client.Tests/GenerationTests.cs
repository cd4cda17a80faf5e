using System.Diagnostics;

namespace Miner.Client.Tests;

/// <summary>
/// What is committed is what the generator makes of a document without a fault. Linting needs the tools of <c>package-lock.json</c>.
/// </summary>
[TestFixture, Category("NeedsPackages")]
internal sealed class GenerationTests
{
    private const int Patience = 120_000;

    [Test, CancelAfter(Patience)]
    public async Task Client_GeneratedAgain_IsTheCommittedOne(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("miner-client-tests-");
        try
        {
            var again = Path.Combine(folder.FullName, "MinerClient.g.cs");
            await RunAsync("bash", [Repository.ClientFile("generate.sh"), again], cancellationToken);

            var same = await File.ReadAllTextAsync(again, cancellationToken)
                == await File.ReadAllTextAsync(Repository.ClientFile("MinerClient.g.cs"), cancellationToken);
            Assert.That(same, Is.True, "The committed client is not what its document makes. Run: src/Miner.Client/generate.sh");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test, CancelAfter(Patience)]
    public async Task Document_Linted_HasNoErrorAndNoWarning(CancellationToken cancellationToken)
    {
        var linter = Path.Combine(Repository.Root, "node_modules", "@redocly", "cli", "bin", "cli.js");
        Assert.That(linter, Does.Exist, "The linter is not installed; in the repository's folder run: npm ci");

        await RunAsync(
            "node",
            [linter, "lint", "--config", Repository.ClientFile("redocly.yaml"), Repository.ClientFile("openapi.json")],
            cancellationToken);
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Assert.That(process.ExitCode, Is.Zero, $"{await output}\n{await errors}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
