using System.Text.Json.Serialization;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation.Report;

/// <summary>What an evaluation measured.</summary>
/// <param name="Answers">In the order in which they came in.</param>
public sealed record EvaluationReport(
    EvaluationSetup Setup, EvaluationSummary Summary, IReadOnlyList<CategoryScore> Categories, IReadOnlyList<ScoredAnswer> Answers)
{
    /// <summary>Of the form of its JSON; what a later one may change is not read.</summary>
    public int Version { get; init; } = JsonReport.Version;

    /// <summary>How many answers are not right for which cause, the most first.</summary>
    [JsonIgnore]
    public IReadOnlyList<KeyValuePair<WrongAnswerCause, int>> Causes =>
    [
        .. Answers.Where(answer => answer.Cause is not null)
            .CountBy(answer => answer.Cause!.Value)
            .OrderByDescending(cause => cause.Value)
            .ThenBy(cause => cause.Key),
    ];

    /// <summary>The answers that lost most of the points they could have had, worst first and the slowest first among equals.</summary>
    public IReadOnlyList<ScoredAnswer> Worst(int count) =>
    [
        .. Answers.Where(answer => answer.Card.Total < answer.Card.Attainable)
            .OrderByDescending(answer => answer.Card.Attainable - answer.Card.Total)
            .ThenByDescending(answer => answer.Latency)
            .Take(count),
    ];
}

/// <param name="Miner">The address that was asked.</param>
/// <param name="Model">The model that the miner names, or null.</param>
/// <param name="Problems">Where the problems came from.</param>
/// <param name="Judge">Who judged the six criteria beside accuracy, or null when nobody did.</param>
/// <param name="Planned">How many problems there were.</param>
public sealed record EvaluationSetup(string Miner, string? Model, string Problems, string? Judge, DateTimeOffset StartedAt, int Planned)
{
    /// <summary>What the scores were computed with: they compare only with others by the same.</summary>
    public ScoringOptions Scoring { get; init; } = ScoringOptions.Default;
}

/// <param name="IsComplete">False when it was ended before all problems were asked and, where a judge was wanted, all answers
/// judged.</param>
/// <param name="RawScore">The mean over the newest 256 answers, 0 to 100; what was not judged counts as 0.</param>
/// <param name="HighestRawScore">What the raw score would be if all that was not judged had full points; the same when all was
/// judged.</param>
/// <param name="Unjudged">Answers that lack the points of at least one criterion.</param>
/// <param name="Latencies">Of the answers that came, late ones included; null of none.</param>
/// <param name="Elapsed">From the first question to the last answer, with the time that was waited.</param>
/// <param name="Limited">How often the miner answered 429.</param>
/// <param name="Waited">The sum of all waiting for its limit, by all that asked at once.</param>
/// <param name="Weight">Against the field, with <paramref name="RawScore"/>; null without a field.</param>
/// <param name="HighestWeight">Against the field, with <paramref name="HighestRawScore"/>; null without a field.</param>
public sealed record EvaluationSummary(
    bool IsComplete,
    int Right,
    int Wrong,
    int Failed,
    double RawScore,
    double HighestRawScore,
    int Unjudged,
    Latencies? Latencies,
    TimeSpan Elapsed,
    double EdgesPerMinute,
    int Limited,
    TimeSpan Waited,
    PredictedWeight? Weight,
    PredictedWeight? HighestWeight)
{
    /// <summary>Who gave the answers that came in time.</summary>
    public IReadOnlyList<AnswersByModel> Models { get; init; } = [];

    /// <summary>How many of them another model gave than the one that the miner names as its own.</summary>
    public int ByAnotherModel { get; init; }

    /// <summary>A sentence that says so; null where none was given by another.</summary>
    [JsonIgnore]
    public string? OtherModels => ByAnotherModel == 0
        ? null
        : $"Another model than the miner names as its own gave {ByAnotherModel} of {HtmlText.Count(Right + Wrong, "answer")}, "
            + "so this is not its score: "
            + $"{AnswersByModel.List(Models)}.";

    /// <summary>The percentage of all answers that were right, 0 to 100.</summary>
    public double Accuracy => Right + Wrong + Failed == 0 ? 0 : 100.0 * Right / (Right + Wrong + Failed);
}

/// <param name="Score">The mean total, 0 to 100.</param>
public sealed record CategoryScore(string Category, int Right, int Count, double Score)
{
    /// <summary>What the mean could be with the criteria that were judged: 100 for all that count, less for fewer.</summary>
    public double Attainable { get; init; } = 100;
}

/// <param name="Number">The problem's number, from 1.</param>
/// <param name="Given">The final answer that was found in the reply, or null.</param>
/// <param name="Failure">Why the request counts as failed, or null.</param>
/// <param name="FinishedAt">Since the first question.</param>
public sealed record ScoredAnswer(
    int Number,
    string Category,
    string Question,
    string Expected,
    string? Given,
    bool IsRight,
    string? Failure,
    TimeSpan Latency,
    TimeSpan FinishedAt,
    ScoreCard Card)
{
    /// <summary>The model that gave it; null where none is named.</summary>
    public string? Model { get; init; }

    /// <summary>All that the user would read; null where the request failed.</summary>
    public string? Reply { get; init; }

    /// <summary>Of prompts and answers together; null where the miner does not tell.</summary>
    public long? Tokens { get; init; }

    /// <summary>The answers that were chosen from; null where the miner does not tell.</summary>
    public int? Samples { get; init; }

    /// <summary>What the tokens cost, in the currency of the miner's prices; null where the miner does not tell.</summary>
    public double? Cost { get; init; }

    /// <summary>Whether the miner said that the reply is not all of the text.</summary>
    public bool IsCut { get; init; }

    /// <summary>Why it is not right; null where it is.</summary>
    public WrongAnswerCause? Cause { get; init; }

    /// <summary>Under which the miner's log tells of the request.</summary>
    public string? TraceId { get; init; }
}
