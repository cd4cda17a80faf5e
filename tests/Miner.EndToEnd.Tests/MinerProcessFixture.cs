using Miner.EndToEnd.Tests.Cli;

namespace Miner.EndToEnd.Tests;

/// <summary>A folder of the test's own, in which miners and verbs are started.</summary>
internal abstract class MinerProcessFixture
{
    protected const string Key = MinerProcess.Key;

    /// <summary>The settings of a verb that needs a key.</summary>
    protected static readonly IReadOnlyDictionary<string, string> Keyed = new Dictionary<string, string> { ["API_KEY"] = Key };

    protected DirectoryInfo Folder { get; private set; } = null!;

    [SetUp]
    public void MakeFolder() => Folder = Directory.CreateTempSubdirectory("miner-tests-");

    [TearDown]
    public void RemoveFolder() => Folder.Delete(recursive: true);

    protected string InFolder(string name) => Path.Combine(Folder.FullName, name);

    /// <inheritdoc cref="MinerProcess.Serving"/>
    protected MinerProcess StartMiner(params IEnumerable<(string Name, string Value)> settings) =>
        MinerProcess.Serving(Folder.FullName, settings);

    /// <inheritdoc cref="MinerProcess.Published"/>
    protected MinerProcess Start(IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments) =>
        MinerProcess.Published(Folder.FullName, settings, arguments);

    /// <inheritdoc cref="MinerCommand.RunAsync"/>
    protected Task<MinerCommand> RunAsync(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null, string input = "") =>
        MinerCommand.RunAsync(Folder.FullName, arguments, settings, input);
}
