using Miner.Mathematics.Answers;
using Miner.Operator.Evaluation.Problems;

namespace Miner.Operator.Tests.Evaluation.Problems;

/// <summary>Works the answers of a category out again, by other means than those that made them.</summary>
internal abstract class ProblemAnswersFixture(string category)
{
    private static readonly Lazy<ILookup<string, Problem>> Problems =
        new(() => ProblemGenerator.Generate(8_000, 9).ToLookup(problem => problem.Category));

    /// <summary>The first that knows a question solves it.</summary>
    protected abstract IReadOnlyList<Solver> Solvers { get; }

    [Test]
    public void Generate_InThisCategory_KnowsTheAnswerToEveryQuestion()
    {
        var used = new HashSet<Solver>();
        Assert.Multiple(() =>
        {
            foreach (var problem in Problems.Value[category])
            {
                var (solver, answer) = Solvers
                    .Select(solver => (solver, answer: solver.Solve(problem.Question)))
                    .FirstOrDefault(pair => pair.answer is not null);
                if (solver is not null) used.Add(solver);
                Assert.That(Agrees(problem, answer), Is.True, $"{problem}, worked out as {answer ?? "nothing"}");
            }
        });
        Assert.That(Solvers.Where(solver => !used.Contains(solver)).Select(solver => solver.Kind), Is.Empty, "of no use");
    }

    private static bool Agrees(Problem problem, string? answer) =>
        FinalAnswer.Extract($"The answer is {answer}.", problem.Question) is { } worked
        && FinalAnswer.Extract(problem.Answer) is { } given
        && worked.Equivalent(given);
}
