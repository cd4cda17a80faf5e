using System.Globalization;
using Miner.Operator;
using Miner.Operator.Doctor;

namespace Miner.Api.Cli;

/// <summary>Writes checks as rows of a table, each as soon as it is done.</summary>
internal sealed class DoctorTable(TextWriter output, bool hasColours) : IProgress<DoctorCheck>
{
    private const int LatencyWidth = 8;
    private const string Green = "\e[32m";
    private const string Yellow = "\e[33m";
    private const string Red = "\e[31m";
    private const string Plain = "\e[0m";

    private static readonly int NameWidth = DoctorCheckNames.All.Max(name => name.Length);

    public void Begin(Uri address) => output.WriteLine($"{address}\n");

    public void Report(DoctorCheck value)
    {
        var (colour, mark) = value switch
        {
            { Passed: false } => (Red, '✗'),
            { Warning: not null } => (Yellow, '!'),
            _ => (Green, '✓'),
        };
        var latency = Latency(value.Latency).PadLeft(LatencyWidth);
        output.WriteLine($"{Coloured(colour, mark)} {value.Name.PadRight(NameWidth)} {latency}  {value.Detail}");
        foreach (var line in new[] { value.Remedy, value.Warning }.OfType<string>())
            output.WriteLine($"{new string(' ', NameWidth + LatencyWidth + 5)}{line}");
    }

    public void End(DoctorReport report)
    {
        output.WriteLine();
        if (report.NotChecked.Count > 0) output.WriteLine($"Not checked because of that: {string.Join(", ", report.NotChecked)}.");
        if (report.Models.Count > 0) output.WriteLine($"Answers by model: {AnswersByModel.List(report.Models)}.");
        output.WriteLine(
            report.Passed
                ? report.Checks.Count(check => check.Warning is not null) is > 0 and var warned
                    ? $"It works; {warned} of {DoctorCheckNames.All.Count} checks warn of what the subnet would meet."
                    : "All is well."
                : $"{report.Checks.Count(check => !check.Passed)} of {DoctorCheckNames.All.Count} checks found a fault.");
    }

    private string Coloured(string colour, char mark) => hasColours ? $"{colour}{mark}{Plain}" : mark.ToString();

    private static string Latency(TimeSpan? latency) => latency switch
    {
        null => "",
        { TotalSeconds: < 1 } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F0} ms"),
        { } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s"),
    };
}
