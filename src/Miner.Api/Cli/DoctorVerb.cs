using System.CommandLine;
using Miner.Operator.Doctor;

namespace Miner.Api.Cli;

/// <summary><c>doctor</c>: ask a miner what the orchestrator asks, and say what would fail and what to do about it.</summary>
internal sealed class DoctorVerb : Verb
{
    private readonly MinerTarget _target = new();

    private readonly Option<bool> _json = new("--json") { Description = "Write the result as JSON, for scripts." };

    public DoctorVerb()
        : base(
            "doctor",
            "Find out whether the subnet would be served by a miner.",
            """
            Looks at the name, the certificate, /health, /capabilities, a small real request to each of the seven components, a wrong
            key, no key, the times and the clock, from this machine and without the proxies that the environment names. Each check ends
            in a tick, in a ! where it works but the subnet would meet something else (a private address, no language model, no search
            provider), or in a cross and what to do about it; the exit status is 1 with any cross, such as for an answer by another
            model than the one that the miner names as its own. A request waits for at most 60 s, and
            for a rate limit that asks for at most 65 s. The conversation that it makes is deleted; what a model reads into "Thank you."
            stays in that conversation's playbook. The key is not sent over connections that can be listened to, so what needs it is not
            checked there.
            """,
            "doctor",
            "doctor --url https://miner.example.org --key-file key.txt",
            "doctor --json > report.json")
    {
        _target.AddTo(this);
        Options.Add(_json);
        SetAction(ExamineAsync);
    }

    private async Task<int> ExamineAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = parsed.InvocationConfiguration.Output;
        var (address, key) = _target.Read(parsed);
        var doctor = new MinerDoctor(TimeProvider.System);
        if (parsed.GetValue(_json))
        {
            var found = await doctor.ExamineAsync(address, key, progress: null, cancellationToken);
            await output.WriteLineAsync(VerbJson.Serialize(Document(found)));
            return found.Passed ? 0 : 1;
        }

        var table = new DoctorTable(
            output,
            hasColours: !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "");
        table.Begin(address);
        var report = await doctor.ExamineAsync(address, key, table, cancellationToken);
        table.End(report);
        return report.Passed ? 0 : 1;
    }

    private static object Document(DoctorReport report) => new
    {
        Url = report.Address,
        report.Passed,
        Checks = report.Checks.Select(check => new
        {
            check.Name,
            check.Passed,
            check.Detail,
            check.Remedy,
            check.Warning,
            check.Model,
            LatencyMs = check.Latency?.TotalMilliseconds is { } latency ? Math.Round(latency, 1) : (double?)null,
        }),
        report.NotChecked,
        report.Models,
    };
}
