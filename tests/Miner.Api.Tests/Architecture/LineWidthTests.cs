using System.Globalization;
using System.Text.RegularExpressions;
using Miner.Testing;

namespace Miner.Api.Tests.Architecture;

/// <summary>
/// No line of the sources is wider than <c>.editorconfig</c> allows; what tools write, files of packages, and data for tests aside.
/// </summary>
[TestFixture]
internal sealed partial class LineWidthTests
{
    private static readonly string[] Kinds = [".cs", ".razor", ".css", ".js", ".mjs", ".sql", ".sh", ".csproj", ".props"];

    private static readonly string[] Unwritten =
        ["bin", "obj", "data", "node_modules", "Vendor", "TestResults", "BenchmarkDotNet.Artifacts"];

    [Test]
    public void Sources_Always_KeepToTheLineWidth()
    {
        var width = Width();
        var files = Written().ToList();

        var tooWide = files.SelectMany(file => TooWide(file, width)).ToList();

        Assert.That(files, Has.Count.GreaterThan(500));
        Assert.That(tooWide, Is.Empty, $"Lines of more than {width} columns:\n{string.Join('\n', tooWide)}");
    }

    [TestCase(140, ExpectedResult = 0)]
    [TestCase(141, ExpectedResult = 1)]
    public int TooWide_OfALine_CountsColumns(int columns)
    {
        var file = Path.GetTempFileName();
        try
        {
            // A character outside the Basic Multilingual Plane takes one column, not two.
            File.WriteAllText(file, $"short\n{new string('x', columns - 1)}\U0001D465\n");
            return TooWide(file, 140).Count();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int Width()
    {
        var settings = File.ReadAllText(Path.Combine(Sources.Root, ".editorconfig"));
        return int.Parse(MaxLineLength().Match(settings).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Written() =>
        from folder in (string[])["src", "tests"]
        from file in Directory.EnumerateFiles(Path.Combine(Sources.Root, folder), "*", SearchOption.AllDirectories)
        where Kinds.Contains(Path.GetExtension(file)) && !file.EndsWith(".g.cs", StringComparison.Ordinal)
        where !Path.GetRelativePath(Sources.Root, file).Split(Path.DirectorySeparatorChar).Any(Unwritten.Contains)
        select file;

    private static IEnumerable<string> TooWide(string file, int width) =>
        from line in File.ReadLines(file).Index()
        where line.Item.Length > width && line.Item.EnumerateRunes().Count() > width
        select $"{Path.GetRelativePath(Sources.Root, file)}:{line.Index + 1}";

    [GeneratedRegex(@"^max_line_length *= *(\d+)", RegexOptions.Multiline)]
    private static partial Regex MaxLineLength();
}
