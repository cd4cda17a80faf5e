using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.TestUi.Tests;

/// <summary>What is committed of npm packages is what <c>package-lock.json</c> says, byte for byte, with its licence.</summary>
[TestFixture, Category("NeedsPackages")]
internal sealed class VendoredScriptTests
{
    private static readonly string Vendor = Path.Combine(Sources.Root, "src", "Miner.TestUi", "Assets", "Vendor");

    private static readonly Dictionary<string, string> Packages = new()
    {
        ["diff.min.js"] = "diff/dist/diff.min.js",
        ["diff.LICENSE.txt"] = "diff/LICENSE",
        ["temml.min.js"] = "temml/dist/temml.min.js",
        ["temml.LICENSE.txt"] = "temml/LICENSE",
        ["uPlot.iife.min.js"] = "uplot/dist/uPlot.iife.min.js",
        ["uPlot.min.css"] = "uplot/dist/uPlot.min.css",
        ["uPlot.LICENSE.txt"] = "uplot/LICENSE",
    };

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Vendor).Select(file => Path.GetFileName(file)!);

    [Test]
    public void Files_OfTheFolder_AreThoseThatAreCompared() =>
        Assert.That(Files, Is.EquivalentTo(Packages.Keys.Append("README.md")));

    [TestCaseSource(nameof(Packages))]
    public async Task File_OfAPackage_IsTheLockFilesOne(KeyValuePair<string, string> file)
    {
        var package = file.Value.Split('/')[0];
        var modules = Path.Combine(Sources.Root, "node_modules");
        Assert.That(Path.Combine(modules, package), Does.Exist, "In the repository's folder run: npm ci --ignore-scripts");
        var locked = await ReadAsync(Path.Combine(Sources.Root, "package-lock.json"));
        var installed = await ReadAsync(Path.Combine(modules, package, "package.json"));

        Assert.That((string)installed["version"]!, Is.EqualTo((string)locked["packages"]![$"node_modules/{package}"]!["version"]!));
        Assert.That(
            await File.ReadAllBytesAsync(Path.Combine(Vendor, file.Key)),
            Is.EqualTo(await File.ReadAllBytesAsync(Path.Combine(modules, file.Value))));
    }

    private static async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await File.ReadAllTextAsync(path))!;
}
