namespace Miner.Api.Settings;

/// <summary>What models may cost in a day, from midnight to midnight UTC.</summary>
/// <param name="All">Of all callers together.</param>
/// <param name="PerKey">Of each key.</param>
/// <param name="File">Where the day's spending is kept over a restart; null keeps it in the process alone.</param>
internal sealed record DailyBudgetSettings(DailyBudget All, DailyBudget PerKey, string? File)
{
    /// <summary>More than any upstream answers in a day.</summary>
    private const int MostTokens = 2_000_000_000;

    private const double MostCost = 1_000_000_000;

    public bool IsSet => All.IsSet || PerKey.IsSet;

    public static DailyBudgetSettings Read(SettingReader reader) => new(
        new DailyBudget(
            reader.Integer("DAILY_TOKEN_BUDGET", 0, 0, MostTokens), reader.Number("DAILY_COST_BUDGET", 0, 0, MostCost)),
        new DailyBudget(
            reader.Integer("DAILY_TOKEN_BUDGET_PER_KEY", 0, 0, MostTokens), reader.Number("DAILY_COST_BUDGET_PER_KEY", 0, 0, MostCost)),
        reader.Text("DAILY_SPENDING_FILE", "data/spending.json") is var file and not "none" ? file : null);
}

/// <param name="Tokens">Of prompts and answers; 0 for no budget.</param>
/// <param name="Cost">In the currency of the prices; 0 for no budget.</param>
internal readonly record struct DailyBudget(long Tokens, double Cost)
{
    public bool IsSet => Tokens > 0 || Cost > 0;
}
