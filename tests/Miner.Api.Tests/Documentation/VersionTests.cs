using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Miner.Api.Telemetry;
using Miner.Testing;

namespace Miner.Api.Tests.Documentation;

/// <summary>The version is stated in <c>Directory.Build.props</c>; all else that tells one tells the same.</summary>
[TestFixture]
internal sealed partial class VersionTests
{
    private static readonly string Stated = Property().Match(Read("Directory.Build.props")).Groups[1].Value;

    [Test]
    public void Version_OfTheBuild_IsTheOneThatIsStated() =>
        Assert.That(BuildVersion.Number, Is.EqualTo(Stated).And.Match(@"^\d+\.\d+\.\d+"));

    [Test]
    public void Version_OfTheDocumentThatTheClientIsMadeOf_IsTheOneThatIsStated()
    {
        var document = JsonNode.Parse(Read("src", "Miner.Client", "openapi.json"))!;

        Assert.That(document["info"]!["version"]!.ToString(), Is.EqualTo(Stated));
    }

    [Test]
    public void Changelog_OfTheVersion_HasItAsItsNewestRelease()
    {
        var releases = Release().Matches(Read("CHANGELOG.md")).Select(heading => heading.Groups[1].Value);

        Assert.That(releases.First(), Is.EqualTo(Stated));
    }

    [Test]
    public void Projects_Always_StateNoVersionOfTheirOwn()
    {
        var stating = Directory.EnumerateFiles(Path.Combine(Sources.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => Property().IsMatch(File.ReadAllText(project)));

        Assert.That(stating, Is.Empty);
    }

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([Sources.Root, .. path]));

    [GeneratedRegex("<(?:Version|PackageVersion|VersionPrefix|InformationalVersion)>([^<]+)<")]
    private static partial Regex Property();

    [GeneratedRegex(@"(?m)^## \[(\d[^\]]*)\]")]
    private static partial Regex Release();
}
