using System.Text.RegularExpressions;
using Miner.Testing;

namespace Miner.Api.Tests.Architecture;

/// <summary>The repository's Markdown: every page can be found, every link between pages leads somewhere.</summary>
[TestFixture]
internal sealed partial class DocumentTests
{
    private static readonly string Docs = Path.Combine(Sources.Root, "docs");

    private static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(Sources.Root, "*.md").Concat(Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories));

    [Test]
    public void Index_Always_NamesEveryPage()
    {
        var index = Path.Combine(Docs, "README.md");

        var missing = Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories).Except([index, .. Targets(index)]);

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Links_Always_LeadToAFile()
    {
        var broken = Pages
            .SelectMany(page => Targets(page).Where(target => !File.Exists(target) && !Directory.Exists(target))
                .Select(target => $"{Path.GetRelativePath(Sources.Root, page)} → {Path.GetRelativePath(Sources.Root, target)}"));

        Assert.That(broken, Is.Empty);
    }

    [Test]
    public void Security_Always_NamesTestsThatThereAre()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Sources.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet();

        var named = TestClass().Matches(File.ReadAllText(Path.Combine(Docs, "security.md")))
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.That(named, Has.Count.GreaterThan(40));
        Assert.That(named.Where(name => !tests.Contains(name)), Is.Empty);
    }

    /// <summary>The files that a page links to, without anchors; addresses of other hosts are left out.</summary>
    private static IEnumerable<string> Targets(string page) =>
        from link in Link().Matches(File.ReadAllText(page))
        let target = link.Groups[1].Value
        where !target.Contains("://", StringComparison.Ordinal)
        select Path.GetFullPath(target, Path.GetDirectoryName(page)!);

    [GeneratedRegex(@"\]\(([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(\w+Tests)`")]
    private static partial Regex TestClass();
}
