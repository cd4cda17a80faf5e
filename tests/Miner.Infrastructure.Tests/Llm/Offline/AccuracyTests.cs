using Miner.Infrastructure.Llm.Offline;

namespace Miner.Infrastructure.Tests.Llm.Offline.Accuracy;

/// <summary>How much of what it claims to compute the offline model gets right: 500 problems, 50 of each kind, the same in every run.</summary>
internal sealed class AccuracyTests
{
    private const int Each = 50;
    private const int Seed = 80;

    private static readonly Dictionary<string, Func<Draw, Problem>[]> Kinds = new()
    {
        ["arithmetic"] = ArithmeticProblems.Plain,
        ["fractions"] = ArithmeticProblems.Fractions,
        ["powers and roots"] = PowerProblems.PowersAndRoots,
        ["number theory"] = PowerProblems.NumberTheory,
        ["percentages"] = PercentProblems.Percentages,
        ["equations"] = EquationProblems.Equations,
        ["systems"] = EquationProblems.Systems,
        ["calculus"] = CalculusProblems.Calculus,
        ["statistics"] = PercentProblems.Statistics,
        ["units and bases"] = CalculusProblems.UnitsAndBases,
    };

    private static IEnumerable<string> Names => Kinds.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task CompleteAsync_WhenProblemIsOfAKnownKind_SolvesIt(string kind)
    {
        var draw = new Draw(Seed + Names.ToList().IndexOf(kind));
        var wrong = new List<string>();
        for (var index = 0; index < Each; index++)
        {
            var problem = Kinds[kind][index % Kinds[kind].Length](draw);
            var answer = StatedAnswer(await Asking.CompleteAsync(problem.Query));
            if (answer is null || !problem.IsRight(answer)) wrong.Add($"{problem.Query} -> {answer ?? "none"}, not {problem.Expected}");
        }

        await TestContext.Out.WriteLineAsync($"{kind}: {Each - wrong.Count} of {Each} right");
        Assert.That(wrong, Is.Empty);
    }

    /// <summary>What stands in the last line before the origin, or null where nothing is stated.</summary>
    private static string? StatedAnswer(string text)
    {
        const string opening = "The answer is ";
        var line = text.Replace(OfflineAnswer.Origin, "", StringComparison.Ordinal).TrimEnd().Split('\n')[^1];
        return line.StartsWith(opening, StringComparison.Ordinal) ? line[opening.Length..^1] : null;
    }
}
