using Miner.Application.ModelOutput;
using Miner.Testing;

namespace Miner.Application.Tests.ModelOutput.Damaged;

/// <summary>
/// Measures how often both fields are read as meant although quotes around names and values are of mixed kinds, escaped, doubled,
/// entities or missing: each pair of kinds around each of the four texts, each kind around both names with each around both values, and
/// a random pair around each text.
/// </summary>
public sealed class QuoteDamageTests
{
    private const int Seed = 836;
    private const int Combinations = 836;

    private static readonly string[] Kinds = ["\"", "'", "`", "“", "”", "\\\"", "\\'", "\"\"", "''", "&quot;", ""];

    private static readonly (string Response, string Notebook)[] Values =
    [
        ("The answer is 42.", "x = 42"),
        ("First add 2, then 3.", "no update"),
        ("It's done: a, b and c.", "def f():\n    return 1"),
        ("Yes", "# Notes\n- one"),
    ];

    [Test]
    public void Read_WhenQuotesAreDamaged_MostlyFindsBothFields()
    {
        var rows = Damages()
            .Take(Combinations)
            .Select((quotes, index) => (Text: Write(quotes, Values[index % Values.Length]), Expected: Values[index % Values.Length]))
            .ToList();
        var misses = rows.Where(row => !Reads(row.Text, row.Expected)).Select(row => row.Text).ToList();

        var figure = $"{rows.Count - misses.Count} of {rows.Count}";
        TestContext.Out.WriteLine($"{figure} answers found; misses:");
        foreach (var miss in misses) TestContext.Out.WriteLine(miss);
        Assert.That(figure, Is.EqualTo(Figures.Documented("answers with quotes of mixed kinds")));
    }

    private static bool Reads(string text, (string Response, string Notebook) expected) =>
        AnswerReader.Read(text) is { } answer && answer.ImmediateResponse == expected.Response && answer.Notebook == expected.Notebook;

    private static IEnumerable<(string Opening, string Closing)[]> Damages()
    {
        var pairs = (from opening in Kinds from closing in Kinds select (opening, closing)).ToList();
        for (var damaged = 0; damaged < 4; damaged++)
        {
            foreach (var pair in pairs.Where(pair => pair != ("\"", "\"")))
                yield return [.. Enumerable.Range(0, 4).Select(text => text == damaged ? pair : ("\"", "\""))];
        }

        foreach (var (name, value) in pairs.Where(pair => pair != ("\"", "\"")))
            yield return [(name, name), (value, value), (name, name), (value, value)];

        var random = new Random(Seed);
        while (true) yield return random.GetItems(pairs.ToArray(), 4);
    }

    private static string Write((string Opening, string Closing)[] quotes, (string Response, string Notebook) values)
    {
        string[] texts = ["immediate_response", values.Response, "notebook", values.Notebook];
        var parts = texts
            .Select(text => text.Replace("\n", "\\n", StringComparison.Ordinal))
            .Zip(quotes, (text, pair) => pair.Opening + text + pair.Closing)
            .ToList();
        return $"{{{parts[0]}: {parts[1]}, {parts[2]}: {parts[3]}}}";
    }
}
