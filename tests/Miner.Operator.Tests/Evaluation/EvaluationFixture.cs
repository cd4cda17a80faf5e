using System.Globalization;
using System.Text.Json;
using Miner.Application.Ports;
using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Problems;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;
using Miner.Testing;

namespace Miner.Operator.Tests.Evaluation;

/// <summary>An evaluator with files in a folder of its own, and a miner and a judge that the test scripts.</summary>
internal sealed class EvaluationFixture(params Problem[] problems)
    : IMinerUnderTest, IChatModel, IProgress<EvaluationProgress>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("miner-evaluation-tests-");

    public DrivenClock Time { get; } = new() { LongestPause = TimeSpan.Zero };

    public Func<string, CancellationToken, Task<MinerReply>> Answer { get; set; } = (_, _) => Reply("The answer is 42.");

    public Func<ChatRequest, Task<ChatCompletion>> Judge { get; set; } = _ => throw new InvalidOperationException("Nobody was to judge.");

    /// <summary>How often the judge was asked.</summary>
    public int Judged { get; private set; }

    public IReadOnlyList<FieldMiner>? Others { get; set; }

    /// <summary>The model that the miner names as its own.</summary>
    public ConfiguredModel Configured { get; init; } = new("openai", "gpt-4o-mini");

    public ScoringOptions Scoring { get; init; } = ScoringOptions.Default;

    public bool MinerRefuses { get; set; }

    public List<EvaluationProgress> Progress { get; } = [];

    public string ReportName { get; init; } = "report.html";

    public string ReportFile => Path.Combine(_folder.FullName, ReportName);

    /// <summary>The JSON that was written beside the report, or null.</summary>
    public string? Written
    {
        get
        {
            var json = Path.ChangeExtension(ReportFile, ".json");
            return File.Exists(json) ? File.ReadAllText(json) : null;
        }
    }

    ChatModelDescription IChatModel.Description => new("openai", "judge-1");

    public static Problem Problem(string question, string answer = "42", string category = "all") => new(category, question, answer);

    public static Task<MinerReply> Reply(string text, string? model = null) =>
        Task.FromResult<MinerReply>(new MinerReply.Answered(text, model));

    public static Task<ChatCompletion> Verdict(string text) =>
        Task.FromResult(
            new ChatCompletion([new ChatChoice(text, ChoiceEnd.Complete)], new ModelUsage("judge-1", 0, 0, TimeSpan.Zero, Samples: 1)));

    public async Task<EvaluationReport> EvaluateAsync(
        bool useJudge = false, int concurrency = 1, CancellationToken cancellationToken = default)
    {
        var options = new EvaluationOptions(
            new Uri("http://127.0.0.1:8001"),
            Write("problems.jsonl", problems.Select(ToJson)),
            Count: 0,
            Seed: 0,
            concurrency,
            Others is null ? null : Write("miners.csv", Others.Select(ToCsv).Prepend("name,raw_score,edges_per_minute")),
            ReportFile)
        {
            Scoring = Scoring,
        };
        return await new Evaluator(this, useJudge ? this : null, Time)
            .EvaluateAsync(options, this, cancellationToken)
            .InTimeAsync();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    Task<ConfiguredModel> IMinerUnderTest.CheckAsync(CancellationToken cancellationToken) => MinerRefuses
        ? throw new OperatorException("The miner refuses the key (HTTP 403).")
        : Task.FromResult(Configured);

    Task<MinerReply> IMinerUnderTest.AskAsync(string question, CancellationToken cancellationToken) => Answer(question, cancellationToken);

    Task<ChatCompletion> IChatModel.CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        Judged++;
        return Judge(request);
    }

    void IProgress<EvaluationProgress>.Report(EvaluationProgress value) => Progress.Add(value);

    private static string ToJson(Problem problem) =>
        JsonSerializer.Serialize(new { question = problem.Question, answer = problem.Answer, category = problem.Category });

    private static string ToCsv(FieldMiner miner) =>
        string.Create(CultureInfo.InvariantCulture, $"{miner.Name},{miner.RawScore},{miner.EdgesPerMinute}");

    private string Write(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
