using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Miner.Api.Settings;
using Miner.Application.Recording;
using Miner.Infrastructure.Llm;

namespace Miner.Api.Hosting;

/// <summary>
/// Takes over changed settings while the miner serves, on SIGHUP: keys, limits, budgets, prices and the log's level. All or none of them:
/// where anything is wrong, what was before goes on. No connection is closed and no request given up.
/// </summary>
internal sealed partial class SettingsReload(
    SettingsSource source,
    Reloadable<ApiKeySettings> keys,
    Reloadable<RequestLimitSettings> limits,
    Reloadable<DailyBudgetSettings> budgets,
    Reloadable<LogSettings> log,
    UpstreamPrices prices,
    CallRecorder recorder,
    ILogger<SettingsReload> logger) : IHostedService, IDisposable
{
    private static readonly string[] Names = ["API_KEY", "METRICS_KEY", "LOG_LEVEL"];
    private static readonly string[] Prefixes = ["RATE_LIMIT_", "DAILY_"];
    private static readonly string[] Suffixes = ["_PRICE_INPUT", "_PRICE_OUTPUT"];

    private readonly Lock _lock = new();
    private SettingsReview _before = source.First;
    private PosixSignalRegistration? _signal;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _signal = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            Reload();
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signal?.Dispose();

    /// <summary>Reads all settings again, and says what became of it in the log.</summary>
    public void Reload()
    {
        lock (_lock)
        {
            SettingsReview review;
            try
            {
                review = SettingsReview.Of(source.Read());
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                LogRefused(exception.Message);
                return;
            }

            foreach (var problem in review.Problems) LogRefused(problem);
            if (review.Problems.Count > 0) return;
            foreach (var warning in review.Warnings.Except(_before.Warnings)) LogWarning(warning);
            TakeOver(review.Settings);
            Tell(Changed(review, _before).Where(IsTakenOver), Changed(review, source.First).Where(name => !IsTakenOver(name)));
            _before = review;
        }
    }

    private void TakeOver(MinerSettings settings)
    {
        recorder.Hide(settings.Recording.Secrets);
        // One that was made for this run is still the one that was shown.
        if (!settings.ApiKeys.MadeForThisRun || !keys.Value.MadeForThisRun) keys.Value = settings.ApiKeys;
        limits.Value = settings.RequestLimits;
        budgets.Value = settings.Budgets;
        log.Value = log.Value with { Level = settings.Log.Level };
        prices.Set(settings.Models);
    }

    private static IEnumerable<string> Changed(SettingsReview review, SettingsReview since)
    {
        var given = since.Read.ToDictionary(setting => setting.Name, setting => setting.Given);
        return review.Read.Where(setting => given.GetValueOrDefault(setting.Name) != setting.Given).Select(setting => setting.Name);
    }

    private void Tell(IEnumerable<string> takenOver, IEnumerable<string> later)
    {
        LogTakenOver(string.Join(", ", takenOver.DefaultIfEmpty("nothing that can change while it serves")));
        if (string.Join(", ", later) is { Length: > 0 } names) LogNeedsRestart(names);
    }

    private static bool IsTakenOver(string name) =>
        Names.Contains(name)
        || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        || Suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal));

    [LoggerMessage(EventId = 4130, Level = LogLevel.Warning, Message = "Settings were read again; changed: {Names}")]
    private partial void LogTakenOver(string names);

    [LoggerMessage(EventId = 4131, Level = LogLevel.Error, Message = "Settings were read again and left as they were: {Problem}")]
    private partial void LogRefused(string problem);

    [LoggerMessage(EventId = 4132, Level = LogLevel.Warning, Message = "Not as at the start, and wait for the next start: {Names}")]
    private partial void LogNeedsRestart(string names);

    [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "{Warning}")]
    private partial void LogWarning(string warning);
}

/// <summary>Where settings are read again.</summary>
/// <param name="First">As they were at the start.</param>
internal sealed record SettingsSource(SettingsReview First, Func<IConfigurationRoot> Read);

internal static class SettingsReloadServices
{
    public static IServiceCollection AddSettingsReload(this IServiceCollection services, SettingsSource source)
    {
        services.TryAddSingleton<UpstreamPrices>();
        return services
            .AddSingleton(source)
            .AddSingleton<SettingsReload>()
            .AddHostedService(provider => provider.GetRequiredService<SettingsReload>());
    }
}
