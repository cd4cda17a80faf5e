using System.Text.Json;
using Miner.Domain.Voting;

namespace Miner.Domain.Tests.Voting;

/// <summary>Verdicts that others gave (Data/README.md).</summary>
internal sealed class AnswerDataTests
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Test]
    public void Equivalent_OnPairsOfMathVerify_GivesTheirVerdicts()
    {
        var pairs = JsonSerializer.Deserialize<List<AnswerPair>>(Resource("answer-pairs.json"), SnakeCase)!;
        var misses = pairs.Where(pair => AreEqual(pair) != pair.Equal).ToList();

        TestContext.Out.WriteLine($"{pairs.Count - misses.Count} of {pairs.Count} verdicts as given; misses:");
        foreach (var miss in misses) TestContext.Out.WriteLine($"{miss.Group} equal={miss.Equal}: {Tail(miss.Gold)} | {Tail(miss.Pred)}");
        Assert.That(pairs, Has.Count.GreaterThan(100));
        Assert.That(misses.Where(miss => !miss.Equal), Is.Empty, "different answers called equal");
        Assert.That(misses, Has.Count.LessThanOrEqualTo(pairs.Count / 50));
    }

    [Test]
    public void Equivalent_OnGradeSchoolSolutions_GivesTheirLabels()
    {
        var problems = Resource("gsm8k-solutions.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Problem>(line, SnakeCase)!).ToList();
        var graded = problems.SelectMany(problem => problem.Solutions.Select(solution => (Problem: problem, Solution: solution))).ToList();
        var misses = graded.Where(pair => IsCorrect(pair.Problem, pair.Solution) != pair.Solution.IsCorrect).ToList();

        TestContext.Out.WriteLine($"{graded.Count - misses.Count} of {graded.Count} labels as given; misses:");
        foreach (var (problem, solution) in misses) TestContext.Out.WriteLine($"correct={solution.IsCorrect}: {Tail(problem.GroundTruth)} | {Tail(solution.Text)}");
        Assert.That(graded, Has.Count.GreaterThan(1_000));
        Assert.That(misses, Is.Empty);
    }

    private static bool AreEqual(AnswerPair pair) =>
        FinalAnswer.Extract(pair.Gold) is { } gold && FinalAnswer.Extract(pair.Pred) is { } given && gold.Equivalent(given) && given.Equivalent(gold);

    private static bool IsCorrect(Problem problem, Solution solution) =>
        FinalAnswer.Extract(problem.GroundTruth, problem.Question) is { } truth
        && FinalAnswer.Extract(solution.Text, problem.Question) is { } answer
        && answer.Equivalent(truth);

    private static string Tail(string text) => JsonSerializer.Serialize(text.Length > 200 ? text[^200..] : text);

    private static string Resource(string name)
    {
        using var stream = typeof(AnswerDataTests).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record AnswerPair(string Group, string Gold, string Pred, bool Equal);

    private sealed record Problem(string Question, string GroundTruth, IReadOnlyList<Solution> Solutions);

    private sealed record Solution(string Text, bool IsCorrect);
}
