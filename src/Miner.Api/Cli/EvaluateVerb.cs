using System.CommandLine;
using System.Globalization;
using Miner.Api.Settings;
using Miner.Domain.Components;
using Miner.Infrastructure.Llm;
using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Problems;
using Miner.Operator.Evaluation.Report;

namespace Miner.Api.Cli;

/// <summary><c>evaluate</c>: ask a running miner problems with known answers and score it as the subnet does.</summary>
internal sealed class EvaluateVerb : Verb
{
    /// <summary>128 + SIGINT: the report holds what was measured until then.</summary>
    private const int Interrupted = 130;

    private const int MaxConcurrency = 64;

    private const string Exact = "exact";
    private const string Llm = "llm";

    private readonly MinerTarget _target = new();
    private readonly ScoringArguments _scoring = new();

    private readonly Option<string> _problems = new("--problems")
    {
        HelpName = "FILE.jsonl",
        Description = "Problems to ask: JSON Lines with question and answer, as in GSM8K.",
    };

    private readonly Option<int> _generate = new("--generate")
    {
        HelpName = "COUNT",
        Description = "How many problems to make up where no file is given.",
        DefaultValueFactory = _ => 256,
        CustomParser = WholeNumber(1, ProblemGenerator.MaxCount),
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        HelpName = "NUMBER",
        Description = "What to make them up from; the same seed gives the same problems.",
        DefaultValueFactory = _ => 1,
        CustomParser = WholeNumber(ulong.MinValue, ulong.MaxValue),
    };

    private readonly Option<int> _concurrency = new("--concurrency")
    {
        HelpName = "COUNT",
        Description = $"How many questions to ask at once, 1 to {MaxConcurrency}.",
        DefaultValueFactory = _ => 4,
        CustomParser = WholeNumber(1, MaxConcurrency),
    };

    private readonly Option<string> _judge = new("--judge")
    {
        HelpName = $"{Exact}|{Llm}",
        Description = "Who judges beside accuracy: nobody, or the configured language model.",
        DefaultValueFactory = _ => Exact,
    };

    private readonly Option<string> _field = new("--field")
    {
        HelpName = "MINERS.csv",
        Description = "The other miners, with the columns name, raw_score and edges_per_minute.",
    };

    private readonly Option<string> _report = new("--report")
    {
        HelpName = "FILE.html",
        Description = "Where the report goes; its JSON stands beside it.",
        DefaultValueFactory = _ => "report.html",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the report's JSON in place of tables." };

    public EvaluateVerb()
        : base(
            "evaluate",
            "Ask a running miner problems with known answers and score it as the subnet does.",
            """
            The exit status is 1 when every request failed, or another model answered than the miner names as its own. Ctrl-C ends early
            and still writes the report, over an older one.
            """,
            "evaluate --generate 256 --seed 1",
            "evaluate --url https://miner.example.org --problems gsm8k.jsonl --judge llm",
            "evaluate --field miners.csv --report today.html")
    {
        _target.AddTo(this);
        foreach (var option in new Option[] { _problems, _generate, _seed, _concurrency, _judge, _field, _report, _json })
            Options.Add(option);
        _scoring.AddTo(this);
        _judge.AcceptOnlyFromAmong(Exact, Llm);
        Validators.Add(result =>
        {
            if (result.GetResult(_problems) is not null && result.GetResult(_generate) is { Implicit: false })
                result.AddError("Either --problems or --generate, not both.");
        });
        SetAction(EvaluateAsync);
    }

    private async Task<int> EvaluateAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (address, key) = _target.Read(parsed);
        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
            await Console.Error.WriteLineAsync("Warning: over plain http everybody on the way reads the miner's key.");

        if (LimitNotice(parsed) is { } notice) await Console.Error.WriteLineAsync(notice);
        var judge = parsed.GetValue(_judge) == Llm ? ReadJudge() : null;
        await using var services = VerbServices.Create(services => services.AddMinerEvaluation(address, key, judge));
        var evaluator = services.GetRequiredService<Evaluator>();
        var display = new EvaluationDisplay();
        var options = new EvaluationOptions(
            address,
            parsed.GetValue(_problems),
            parsed.GetValue(_generate),
            parsed.GetValue(_seed),
            parsed.GetValue(_concurrency),
            parsed.GetValue(_field),
            parsed.GetValue(_report)!)
        {
            Scoring = _scoring.Read(parsed),
        };
        try
        {
            var report = await display.ShowAsync(() => evaluator.EvaluateAsync(options, display, cancellationToken));
            Print(report, parsed, options.ReportFile);
            var fault = report.Summary is { Right: 0, Wrong: 0 } ? "Every request failed: the report says of each why."
                : report.Summary.OtherModels;
            if (fault is not null) await Console.Error.WriteLineAsync($"{fault} 'doctor' tells what to do about it.");
            if (!report.Summary.IsComplete) return Interrupted;
            return fault is null ? 0 : 1;
        }
        catch (EvaluationException exception)
        {
            Print(exception.Measured, parsed, writtenTo: null);
            throw;
        }
    }

    private void Print(EvaluationReport report, ParseResult parsed, string? writtenTo)
    {
        if (parsed.GetValue(_json)) Console.WriteLine(JsonReport.Write(report));
        else EvaluationTables.Print(report, writtenTo);
    }

    /// <summary>What the own miner's limit makes of the time, where it is what takes the time; null where it does not.</summary>
    private string? LimitNotice(ParseResult parsed)
    {
        if (!_target.IsOwn(parsed)) return null;
        var limits = RequestLimitSettings.Read(new SettingReader(VerbServices.ReadConfiguration())).Limits;
        if (!limits.TryGetValue(ComponentNames.Complete, out var limit)) return null;
        var questions = parsed.GetValue(_problems) is null ? parsed.GetValue(_generate) : 0;
        if (questions > 0 && questions <= limit.Requests) return null;
        var minutes = Math.Ceiling(questions / (double)limit.Requests * limit.Period.TotalMinutes);
        var time = questions == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $", so that {questions} questions take about {minutes:F0} minutes");
        return $"This miner answers {limit.Requests} questions in {limit.Period.TotalSeconds:F0} s to each caller (RATE_LIMIT_COMPLETE)"
            + $"{time}. Start it with RATE_LIMIT_ENABLED=false to measure what it can do.";
    }

    private static ModelChainOptions ReadJudge()
    {
        var reader = new SettingReader(VerbServices.ReadConfiguration());
        var judge = ChatModelSettings.Read(reader, new ServerSettings());
        if (judge.Models.Count == 0)
            reader.AddProblem("--judge llm needs a language model: set OPENAI_API_KEY, or LLM_PROVIDER=vllm or anthropic.");
        return reader.Problems.Count == 0 ? judge : throw new SettingsException(reader.Problems);
    }
}
