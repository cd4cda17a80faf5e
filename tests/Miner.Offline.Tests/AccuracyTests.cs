using System.Text.Json;
using Miner.Mathematics.Answers;
using Miner.Offline.Problems;
using Miner.Operator.Evaluation.Problems;

namespace Miner.Offline.Tests;

/// <summary>How often the embedded model answers, and how often it is right: the figures of docs/answers.md.</summary>
internal sealed class AccuracyTests
{
    private const int Generated = 500;

    /// <summary>50 of each of ten categories.</summary>
    [TestCase(1UL)]
    [TestCase(11UL)]
    public async Task Solve_OfGeneratedProblems_IsRightAsOftenAsSaid(ulong seed)
    {
        var (right, wrong) = (ProblemGenerator.Categories.ToDictionary(category => category, _ => 0), new List<string>());
        foreach (var problem in ProblemGenerator.Generate(Generated, seed))
        {
            if (ProblemSolver.Solve(problem.Question, "")?.ToString() is not { } response) continue;
            if (IsRight(response, problem.Question, problem.Answer)) right[problem.Category]++;
            else wrong.Add($"{problem.Question} -> {response}, not {problem.Answer}");
        }

        foreach (var (category, count) in right) await TestContext.Out.WriteLineAsync($"{category,-26} {count} of 50");
        Assert.That(wrong, Is.Empty);
        Assert.That(right, Is.EqualTo(ProblemGenerator.Categories.ToDictionary(name => name, name => name == "word problems" ? 7 : 50)));
    }

    /// <summary>Real questions from grade school (GSM8K): each is a story, and none of them is for this model.</summary>
    [Test]
    public async Task Solve_OfGradeSchoolProblems_CannotAnswer()
    {
        var (right, wrong, none) = (0, 0, 0);
        var path = Path.Combine(TestContext.CurrentContext.TestDirectory, "Data", "gsm8k-solutions.jsonl");
        await foreach (var line in File.ReadLinesAsync(path))
        {
            var problem = JsonDocument.Parse(line).RootElement;
            var question = problem.GetProperty("question").GetString()!;
            if (ProblemSolver.Solve(question, "")?.ToString() is not { } response) none++;
            else if (IsRight(response, question, problem.GetProperty("ground_truth").GetString()!)) right++;
            else wrong++;
        }

        await TestContext.Out.WriteLineAsync($"GSM8K: answered {right + wrong}, right {right}, wrong {wrong}, cannot answer {none}");
        Assert.That((right, wrong, none), Is.EqualTo((0, 0, 333)));
    }

    private static bool IsRight(string response, string question, string answer) =>
        FinalAnswer.Extract(response, question)?.Equivalent(FinalAnswer.Extract(answer)!) == true;
}
