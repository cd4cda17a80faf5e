using System.Text.Json;
using Miner.Mathematics.Equations;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>Verdicts that others gave (Data/README.md), against those of a vote: two outputs agree when their answers are equal.</summary>
[TestFixture, Category("Long")]
internal sealed class AnswerDataTests : SharedMinerFixture
{
    private const string AnyQuestion = "What is the value?";

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Test]
    public async Task Aggregate_OnPairsOfMathVerify_GivesTheirVerdicts()
    {
        var pairs = JsonSerializer.Deserialize<List<AnswerPair>>(await ReadAsync("answer-pairs.json"), SnakeCase)!;
        var misses = new List<AnswerPair>();
        foreach (var pair in pairs)
        {
            // In both orders: what came first must not decide.
            if (
                await AgreeAsync(AnyQuestion, pair.Gold, pair.Pred) != pair.Equal
                || await AgreeAsync(AnyQuestion, pair.Pred, pair.Gold) != pair.Equal)
                misses.Add(pair);
        }

        var figure = $"{pairs.Count - misses.Count} of {pairs.Count}";
        TestContext.Out.WriteLine($"{figure} verdicts as given; misses:");
        foreach (var miss in misses) TestContext.Out.WriteLine($"{miss.Group} equal={miss.Equal}: {Tail(miss.Gold)} | {Tail(miss.Pred)}");
        Assert.That(misses.Where(miss => !miss.Equal), Is.Empty, "different answers called equal");
        Assert.That(
            $"{figure}, no different ones called equal",
            Is.EqualTo(Figures.Documented("pairs of answers judged as Math-Verify's tests do")));
    }

    [Test]
    public async Task Aggregate_OnGradeSchoolSolutions_GivesTheirLabels()
    {
        var problems = await ReadProblemsAsync();
        var graded = problems.SelectMany(problem => problem.Solutions.Select(solution => (Problem: problem, Solution: solution))).ToList();
        var misses = new List<(Problem Problem, Solution Solution)>();
        foreach (var (problem, solution) in graded)
        {
            if (await AgreeAsync(problem.Question, problem.GroundTruth, solution.Text) != solution.IsCorrect)
                misses.Add((problem, solution));
        }

        var figure = $"{graded.Count - misses.Count} of {graded.Count}";
        TestContext.Out.WriteLine($"{figure} labels as given; misses:");
        foreach (var (problem, solution) in misses)
            TestContext.Out.WriteLine($"correct={solution.IsCorrect}: {Tail(problem.GroundTruth)} | {Tail(solution.Text)}");
        Assert.That(figure, Is.EqualTo(Figures.Documented("verdicts on grade-school solutions (GSM8K)")));
    }

    [Test]
    public async Task Check_OfRightGradeSchoolSolutions_NamesSlipsOfTheirOwnAlone()
    {
        var right = (await ReadProblemsAsync()).SelectMany(problem => problem.Solutions).Where(solution => solution.IsCorrect).ToList();
        var asked = right.ConvertAll(solution => EquationChecker.Check(solution.Text).False).FindAll(equations => equations.Count > 0);

        TestContext.Out.WriteLine($"{asked.Count} of {right.Count} right solutions asked again");
        Assert.That(
            asked.SelectMany(equations => equations.Select(equation => equation.Text)),
            Is.EqualTo(new[] { "1 - 1 - 1 - 1 - 1 - 1 - 1 - 1 = 0.01", "100/ 3 + $100/2 = 100/5" }));
        Assert.That(
            $"{asked.Count} of {right.Count}, for slips of their own", Is.EqualTo(Figures.Documented("right solutions asked again")));
    }

    /// <summary>Whether a vote of the two has one winner and no minority.</summary>
    private async Task<bool> AgreeAsync(string question, string first, string second)
    {
        var body = Requests
            .Body("data", question, task: "")
            .WithPreviousOutputs(Requests.PreviousOutput(first), Requests.PreviousOutput(second));
        var answer = await Http.AskAsync("/aggregate", body);
        return answer["output"]!["immediate_response"]!
            .ToString()
            .Split('\n')[0]
            .EndsWith("(2 of 2 outputs agree)", StringComparison.Ordinal);
    }

    private static string Tail(string text) => JsonSerializer.Serialize(text.Length > 200 ? text[^200..] : text);

    private static async Task<List<Problem>> ReadProblemsAsync() =>
    [
        .. (await ReadAsync("gsm8k-solutions.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Problem>(line, SnakeCase)!),
    ];

    private static Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Data", name));

    private sealed record AnswerPair(string Group, string Gold, string Pred, bool Equal);

    private sealed record Problem(string Question, string GroundTruth, IReadOnlyList<Solution> Solutions);

    private sealed record Solution(string Text, bool IsCorrect);
}
