using System.Diagnostics;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary><c>completion</c>, and what Bash and fish make of its scripts.</summary>
[TestFixture]
internal sealed class CompletionTests : MinerProcessFixture
{
    [TestCase("", "serve", "completion", "--port")]
    [TestCase("ev", "evaluate", "evaluate", "serve")]
    [TestCase("config ", "check", "check", "serve")]
    [TestCase("completion ", "bash", "fish", "--help")]
    [TestCase("evaluate --gen", "--generate", "--generate", "--json")]
    [TestCase("evaluate --judge ", "exact", "llm", "--json")]
    [TestCase("doctor -", "--url", "--json", "--judge")]
    public async Task Bash_AtTheEndOfALine_OffersWhatMayFollow(string typed, string offered, string offeredToo, string notOffered)
    {
        var choices = await CompleteAsync(typed);

        Assert.That(choices, Does.Contain(offered).And.Contain(offeredToo).And.Not.Contain(notOffered));
    }

    [TestCase("verify ")]
    [TestCase("evaluate --report ")]
    [TestCase("doctor $(touch made) `touch made` ")]
    public async Task Bash_WhereAFileMayStand_OffersNothingOfItsOwnAndRunsNothing(string typed)
    {
        Assert.That(await CompleteAsync(typed), Is.Empty);
        Assert.That(Directory.EnumerateFileSystemEntries(Folder.FullName), Is.Empty);
    }

    [TestCase("evaluate --judge ", "exact", "llm")]
    [TestCase("evaluate --judge l", "llm")]
    [TestCase("doctor --ur", "--url")]
    [TestCase("verify ", "a file")]
    [TestCase("evaluate --report a", "a file")]
    [TestCase("doctor $(touch made) `touch made` --ur", "--url")]
    public async Task Fish_AtTheEndOfALine_OffersWhatMayFollowAndElseFiles(string typed, params string[] offered)
    {
        await File.WriteAllTextAsync(InFolder("a file"), "");

        Assert.That(await AskFishAsync(typed), Is.EqualTo(offered));
        Assert.That(File.Exists(InFolder("made")), Is.False);
    }

    [Test]
    public async Task Script_ForAShellThatIsNotKnown_IsRefused()
    {
        var result = await RunAsync(["completion", "csh"]);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("bash").And.Contain("fish"));
    }

    /// <summary>The choices that Bash would offer behind the program's name and <paramref name="typed"/>.</summary>
    private Task<string[]> CompleteAsync(string typed)
    {
        const string Script = """
            source <("$1" completion bash)
            COMP_LINE="Miner.Api $2" COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<<"$COMP_LINE"
            [[ $COMP_LINE != *" " ]] || COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            "$(complete -p Miner.Api | sed 's/.*-F \([^ ]*\).*/\1/')" "$1"
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        return RunShellAsync("bash", "-euc", Script, "bash", Repository.ApiProgram, typed);
    }

    /// <summary>The choices that fish would offer, less what it tells of each.</summary>
    private Task<string[]> AskFishAsync(string typed)
    {
        const string Script = """
            $argv[1] completion fish | source
            complete -C "$argv[1] $argv[2]" | cut -f 1
            """;
        return RunShellAsync("fish", "--no-config", "-c", Script, Repository.ApiProgram, typed);
    }

    /// <summary>The lines that a shell of this machine writes.</summary>
    private async Task<string[]> RunShellAsync(string program, params IEnumerable<string> arguments)
    {
        var start = ProcessStart.Of(program, arguments, Folder.FullName, new Dictionary<string, string>());
        using var shell = Process.Start(start)!;
        var errors = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync().InTimeAsync();
        Assert.That(shell.ExitCode, Is.Zero, await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
