using System.Globalization;
using Miner.Operator.Evaluation;
using Spectre.Console;

namespace Miner.Api.Cli;

/// <summary>Shows on standard error how far an evaluation is: a bar with the score, or plain lines where nobody watches.</summary>
internal sealed class EvaluationDisplay : IProgress<EvaluationProgress>
{
    private const int PlainLines = 10;
    private const int WideEnoughForTime = 80;

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    private readonly Lock _lock = new();
    private ProgressContext? _bars;
    private ProgressTask? _bar;
    private EvaluationPhase _phase;
    private int _lines;

    public async Task<T> ShowAsync<T>(Func<Task<T>> evaluate)
    {
        if (Console.IsErrorRedirected) return await evaluate();

        List<ProgressColumn> columns = [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn()];
        if (_console.Profile.Width >= WideEnoughForTime) columns.Add(new RemainingTimeColumn());
        return await _console.Progress()
            .AutoClear(true)
            .Columns([.. columns])
            .StartAsync(bars =>
            {
                _bars = bars;
                return evaluate();
            });
    }

    public void Report(EvaluationProgress value)
    {
        lock (_lock)
        {
            if (_bars is not null) Draw(value);
            else Write(value);
        }
    }

    private void Draw(EvaluationProgress progress)
    {
        if (_bar is null || _phase != progress.Phase)
        {
            _bar = _bars!.AddTask(Name(progress.Phase), maxValue: progress.Total);
            _phase = progress.Phase;
        }

        _bar.Value = progress.Done;
        _bar.Description = Markup.Escape(Line(progress));
    }

    private void Write(EvaluationProgress progress)
    {
        if (_phase != progress.Phase) (_phase, _lines) = (progress.Phase, 0);
        var line = progress.Done * PlainLines / progress.Total;
        if (progress.WaitingFor is null && line == _lines) return;

        _lines = line;
        Console.Error.WriteLine(Line(progress));
    }

    private static string Line(EvaluationProgress progress) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name(progress.Phase)} {progress.Done}/{progress.Total}, score {progress.RawScore:F1}")
        + (
            progress.WaitingFor is { } pause
                ? string.Create(CultureInfo.InvariantCulture, $", over the miner's limit: waiting {pause.TotalSeconds:F0} s")
                : "");

    private static string Name(EvaluationPhase phase) => phase == EvaluationPhase.Asking ? "Asked" : "Judged";
}
