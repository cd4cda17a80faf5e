using Miner.Application.Ports;
using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Problems;
using Miner.Operator.Evaluation.Scoring;
using Miner.Testing;
using Moq;

namespace Miner.Operator.Tests.Evaluation;

/// <summary>A handler with a miner, files and a judge that the test scripts.</summary>
internal sealed class EvaluationFixture : IProgress<EvaluationProgress>
{
    private readonly Mock<IMinerUnderTest> _miner = new();
    private readonly Mock<IEvaluationFiles> _files = new();
    private readonly Mock<IChatModel> _judge = new();

    public EvaluationFixture(params Problem[] problems)
    {
        _miner.Setup(miner => miner.CheckAsync(It.IsAny<CancellationToken>())).ReturnsAsync("offline offline-1");
        _miner.Setup(miner => miner.AskAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((string question, CancellationToken token) => Answer(question, token));
        _files.Setup(files => files.ReadProblems("problems.jsonl")).Returns(problems);
        _files.Setup(files => files.ReadField("miners.csv")).Returns(() => Others);
        _files.Setup(files => files.WriteReportAsync(It.IsAny<EvaluationReport>(), "report.html", It.IsAny<CancellationToken>()))
            .Callback((EvaluationReport report, string _, CancellationToken _) => Written = report)
            .Returns(Task.CompletedTask);
        _judge.Setup(judge => judge.Description).Returns(new ChatModelDescription("openai", "judge-1"));
        _judge.Setup(judge => judge.CompleteAsync(It.IsAny<ChatRequest>(), It.IsAny<CancellationToken>()))
            .Returns((ChatRequest request, CancellationToken _) =>
            {
                Judged++;
                return Judge(request);
            });
    }

    public DrivenClock Time { get; } = new() { LongestPause = TimeSpan.Zero };

    public Func<string, CancellationToken, Task<MinerReply>> Answer { get; set; } = (_, _) => Reply("The answer is 42.");

    public Func<ChatRequest, Task<ChatCompletion>> Judge { get; set; } = _ => throw new InvalidOperationException("Nobody was to judge.");

    /// <summary>How often the judge was asked.</summary>
    public int Judged { get; private set; }

    public IReadOnlyList<FieldMiner> Others { get; set; } = [];

    public List<EvaluationProgress> Progress { get; } = [];

    /// <summary>The report that went to the files, or null.</summary>
    public EvaluationReport? Written { get; private set; }

    public void DiskIsFull() =>
        _files.Setup(files => files.WriteReportAsync(It.IsAny<EvaluationReport>(), "report.html", It.IsAny<CancellationToken>()))
            .ThrowsAsync(new EvaluationException("The disk is full."));

    public void MinerRefuses() =>
        _miner
            .Setup(miner => miner.CheckAsync(It.IsAny<CancellationToken>()))
            .ThrowsAsync(new EvaluationException("The miner refuses the key (HTTP 403)."));

    public static Problem Problem(string question, string answer = "42", string category = "all") => new(category, question, answer);

    public static Task<MinerReply> Reply(string text) => Task.FromResult<MinerReply>(new MinerReply.Answered(text));

    public static Task<ChatCompletion> Verdict(string text) =>
        Task.FromResult(new ChatCompletion([new ChatChoice(text, CutShort: false)], "judge-1", 0, TimeSpan.Zero));

    public Task<EvaluationReport> EvaluateAsync(
        bool useJudge = false, bool useField = false, int concurrency = 1, CancellationToken cancellationToken = default) =>
        new EvaluateHandler(_miner.Object, _files.Object, _judge.Object, Time).Handle(
                new EvaluateCommand(
                    new Uri("http://127.0.0.1:8001"),
                    "problems.jsonl",
                    0,
                    0,
                    concurrency,
                    useJudge,
                    useField ? "miners.csv" : null,
                    "report.html",
                    this),
                cancellationToken)
            .InTimeAsync();

    void IProgress<EvaluationProgress>.Report(EvaluationProgress value) => Progress.Add(value);
}
