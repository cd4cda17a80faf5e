using System.Text.RegularExpressions;

namespace Miner.EndToEnd.Tests.Containers;

/// <summary>
/// What <c>deploy</c> has for engines, as Debian's <c>docker-compose</c> reads it (it needs no engine for that), and as files. No registry
/// is asked, so that no image of others is looked at.
/// </summary>
[TestFixture, Category("NeedsPackages")]
internal sealed partial class ComposeTests
{
    private static readonly (string Name, string Value)[] Passwords =
        [("POSTGRES_PASSWORD", "p"), ("REDIS_PASSWORD", "r"), ("GRAFANA_PASSWORD", "g")];

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void CopyFiles()
    {
        _folder = Directory.CreateTempSubdirectory("miner-compose-");
        var deploy = _folder.CreateSubdirectory("deploy");
        foreach (var file in Directory.EnumerateFiles(Deploy, "compose*.yml"))
            File.Copy(file, Path.Combine(deploy.FullName, Path.GetFileName(file)));
        File.Copy(Path.Combine(Repository.Root, ".env.example"), Path.Combine(_folder.FullName, ".env"));
    }

    [TearDown]
    public void RemoveFiles() => _folder.Delete(recursive: true);

    [TestCase("compose.yml", "miner")]
    [TestCase("compose.monitoring.yml", "grafana", "prometheus")]
    [TestCase("compose.full.yml", "grafana", "miner", "postgres", "prometheus", "redis")]
    public async Task Compose_OfAFile_ReadsAllServices(string file, params string[] services)
    {
        var read = await ReadAsync(file, Passwords, "--services");

        Assert.That(read.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(), Is.EqualTo(services));
    }

    [TestCase("compose.yml")]
    [TestCase("compose.full.yml")]
    public async Task Compose_OfTheMiner_TakesAllFromItThatItDoesNotNeed(string file)
    {
        var read = await ReadAsync(file, Passwords);
        var miner = Service.Match(read + "volumes:\n").Value;

        Assert.That(miner, Does.Contain("read_only: true").And.Match(@"cap_drop:\s+- ALL").And.Contain("no-new-privileges:true"));
        Assert.That(miner, Does.Contain("stop_grace_period: 90s").And.Contain("miner:/var/lib/sample-miner"));
        Assert.That(miner, Does.Not.Contain("privileged: true"));
        // Names of .env.example with their values: its lines are as an engine reads them.
        Assert.That(miner, Does.Contain("MAX_CONCURRENT_REQUESTS: '1000'"));
        Assert.That(miner, Does.Match(file == "compose.yml" ? "DATABASE_URL: sqlite:" : "DATABASE_URL: postgresql://miner:p@127.0.0.1"));
    }

    [Test]
    public void Compose_WithoutAPassword_RefusesToStart() =>
        Assert.That(
            () => ReadAsync("compose.full.yml", [.. Passwords.Where(password => password.Name != "REDIS_PASSWORD")]),
            Throws.TypeOf<AssertionException>().With.Message.Contains("set REDIS_PASSWORD"));

    [Test]
    public void Images_OfOthers_AreNamedByAVersion()
    {
        var named = Directory.EnumerateFiles(Deploy, "compose*.yml").Append(Path.Combine(Deploy, "Containerfile"))
            .SelectMany(file => Image.Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Where(name => name != "sample-miner")
            .ToList();

        Assert.That(named, Has.Count.EqualTo(6));
        Assert.That(named, Is.All.Match(@"^[a-z.]+(/[a-z-]+)+:v?\d+\.\d+(\.\d+)?(-[a-z-]+)?$"));
    }

    private static string Deploy => Path.Combine(Repository.Root, "deploy");

    /// <summary>As an engine would be told, in a folder that has <c>.env.example</c> as <c>.env</c>.</summary>
    private Task<string> ReadAsync(string file, (string Name, string Value)[] passwords, params string[] options) => HostTool.RunAsync(
        "docker-compose",
        "docker-compose",
        ["-f", Path.Combine(_folder.FullName, "deploy", file), "config", .. options],
        passwords);

    [GeneratedRegex(@"(?m)^  miner:\n(?:    .*\n)+")]
    private static partial Regex Service { get; }

    [GeneratedRegex(@"(?m)^(?:\s+image: |ARG \w+_IMAGE=)(\S+)$")]
    private static partial Regex Image { get; }
}
