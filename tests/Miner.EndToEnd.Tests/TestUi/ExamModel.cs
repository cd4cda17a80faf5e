using Miner.Operator.Evaluation.Problems;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>An upstream that knows the answers to generated problems, and says something else where a test wants it.</summary>
internal sealed class ExamModel : IAsyncDisposable
{
    private readonly StubUpstream _upstream;
    private readonly IReadOnlyList<Problem> _problems;

    private ExamModel(StubUpstream upstream, int questions, ulong seed)
    {
        _upstream = upstream;
        _problems = ProblemGenerator.Generate(questions, seed);
        upstream.Respond = Answer;
    }

    /// <summary>What it answers to the question of a number, from 1; null for the right answer.</summary>
    public Func<int, StubAnswer?> Instead { get; set; } = _ => null;

    /// <summary>The settings of a miner that asks it.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
        [("LLM_PROVIDER", "vllm"), ("VLLM_BASE_URL", _upstream.BaseUrl.ToString()), ("LLM_RETRIES", "0")];

    public static async Task<ExamModel> StartAsync(int questions, ulong seed = 1) =>
        new(await StubUpstream.StartAsync(), questions, seed);

    public Problem Problem(int number) => _problems[number - 1];

    public ValueTask DisposeAsync() => _upstream.DisposeAsync();

    private StubAnswer? Answer(StubRequest request)
    {
        var asked = request.RawBody.Length == 0 ? "" : request.LastMessage;
        var known = _problems.Index()
            .Where(problem => asked.Contains(problem.Item.Question, StringComparison.Ordinal))
            .OrderByDescending(problem => problem.Item.Question.Length)
            .ToList();
        if (known.Count == 0) return null;
        return Instead(known[0].Index + 1) ?? StubAnswer.Content($"The answer is {known[0].Item.Answer}");
    }
}
