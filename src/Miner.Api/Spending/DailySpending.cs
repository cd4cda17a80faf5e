using System.Diagnostics.Metrics;
using Miner.Api.Settings;
using Miner.Application.Telemetry;

namespace Miner.Api.Spending;

/// <summary>
/// Adds up what models cost in a day, for each key and in all, by listening to the instruments that count tokens and cost: every call to
/// an upstream, whether its answer was used or not.
/// </summary>
internal sealed class DailySpending : IDisposable
{
    private readonly Lock _lock = new();
    private readonly MeterListener _listener = new();
    private readonly AsyncLocal<string?> _caller = new();
    private readonly Dictionary<string, Spent> _keys = new(StringComparer.Ordinal);
    private readonly Reloadable<DailyBudgetSettings> _budgets;
    private readonly TimeProvider _time;
    private DateOnly _day;
    private Spent _all;

    public DailySpending(MinerMetrics metrics, Reloadable<DailyBudgetSettings> budgets, TimeProvider time)
    {
        (_budgets, _time, _day) = (budgets, time, Today(time));
        _listener.SetMeasurementEventCallback<long>((_, tokens, _, _) => Add(new Spent(tokens, Cost: 0)));
        _listener.SetMeasurementEventCallback<double>((_, cost, _, _) => Add(new Spent(Tokens: 0, cost)));
        _listener.EnableMeasurementEvents(metrics.TokenUsage);
        _listener.EnableMeasurementEvents(metrics.ModelCost);
        _listener.Start();
    }

    public Spent All
    {
        get
        {
            lock (_lock)
            {
                BeginDay();
                return _all;
            }
        }
    }

    /// <summary>What is spent from here on, in this flow of calls, is spent by <paramref name="caller"/>.</summary>
    /// <param name="caller">The name of its key.</param>
    public void ChargeTo(string caller) => _caller.Value = caller;

    /// <returns>The budget that <paramref name="caller"/> has none left of, in words, or null.</returns>
    public string? SpentBudget(string caller)
    {
        var budgets = _budgets.Value;
        if (!budgets.IsSet) return null;
        lock (_lock)
        {
            BeginDay();
            return Exceeded(budgets.All, _all, "") ?? Exceeded(budgets.PerKey, _keys.GetValueOrDefault(caller), " of this key");
        }
    }

    public TimeSpan UntilMidnight()
    {
        var now = _time.GetUtcNow();
        return now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;
    }

    public SpentDay Read()
    {
        lock (_lock)
        {
            BeginDay();
            return new SpentDay(_day, new Dictionary<string, Spent>(_keys));
        }
    }

    /// <summary>Adds what was spent before the process began, where that was today.</summary>
    public void Restore(SpentDay before)
    {
        lock (_lock)
        {
            BeginDay();
            if (before.Day != _day) return;
            foreach (var (key, spent) in before.Keys) AddTo(key, spent);
        }
    }

    public void Dispose() => _listener.Dispose();

    private static string? Exceeded(DailyBudget budget, Spent spent, string whose) =>
        budget.Tokens > 0 && spent.Tokens >= budget.Tokens ? $"The day's budget of tokens{whose} is spent"
        : budget.Cost > 0 && spent.Cost >= budget.Cost ? $"The day's budget of money{whose} is spent"
        : null;

    private static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private void Add(Spent spent)
    {
        lock (_lock)
        {
            BeginDay();
            AddTo(_caller.Value ?? "", spent);
        }
    }

    private void AddTo(string key, Spent spent)
    {
        _keys[key] = _keys.GetValueOrDefault(key) + spent;
        _all += spent;
    }

    private void BeginDay()
    {
        var today = Today(_time);
        if (today == _day) return;
        (_day, _all) = (today, default);
        _keys.Clear();
    }
}
