using System.Diagnostics.Metrics;
using Miner.Api.Security;
using Miner.Api.Settings;
using Miner.Api.Spending;
using Miner.Application.Ports;
using Miner.Application.Telemetry;

namespace Miner.Api.Telemetry;

/// <summary>What is looked at when it is asked for, and not counted: build, upstreams' circuits, the day's budget, the store.</summary>
internal sealed class MinerGauges(
    IMinerStatistics statistics,
    IStorageStatus storage,
    ApiKeys keys,
    MinerMetrics metrics,
    DailySpending spending,
    Reloadable<DailyBudgetSettings> budgets)
    : IHostedService, IDisposable
{
    private readonly Meter _meter = new(MinerMetrics.MeterName);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _meter.CreateObservableGauge(
            "miner.build.info",
            () => new Measurement<int>(1, new KeyValuePair<string, object?>("version", BuildVersion.Text)),
            description: "Which build runs; always 1.");
        _meter.CreateObservableGauge(
            "miner.upstream.open",
            () => statistics.Read().Upstreams.Select(upstream => new Measurement<int>(
                upstream.Circuit == CircuitState.Open ? 1 : 0, new KeyValuePair<string, object?>(MetricTags.Upstream, upstream.Name))),
            description: "1 while an upstream kept failing and is left alone, else 0.");
        _meter.CreateObservableGauge(
            "miner.storage.size", Sizes, "By", "What the store takes on disk, where that can be told.");
        _meter.CreateObservableGauge(
            "miner.storage.pending", () => storage.Read().Pending, description: "Pairs of answered requests that wait to be stored.");
        _meter.CreateObservableCounter(
            "miner.storage.lost", () => storage.Read().Lost, description: "Pairs that were given up because too many waited.");
        _meter.CreateObservableGauge(
            "miner.budget.used.ratio", Used, description: "The part of the day's budget of all callers that is spent.");
        // A key that nobody uses is to be seen, too.
        foreach (var key in keys.Names) metrics.KeyRequests.Add(0, new KeyValuePair<string, object?>(MetricTags.Key, key));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<double>> Used()
    {
        var (spent, all) = (spending.All, budgets.Value.All);
        if (all.Tokens > 0) yield return Part((double)spent.Tokens / all.Tokens, "tokens");
        if (all.Cost > 0) yield return Part(spent.Cost / all.Cost, "cost");
    }

    private static Measurement<double> Part(double part, string budget) =>
        new(part, new KeyValuePair<string, object?>("miner.budget", budget));

    private IEnumerable<Measurement<long>> Sizes() =>
        statistics.Read().StorageBytes is { } bytes ? [new Measurement<long>(bytes)] : [];
}
