using Miner.Api.Settings;

namespace Miner.Api.Spending;

internal static class SpendingServices
{
    public static IServiceCollection AddSpending(this IServiceCollection services, DailyBudgetSettings budgets) => services
        .AddReloadable(budgets)
        .AddSingleton<DailySpending>()
        .AddSingleton<SpendingFile>()
        .AddHostedService(provider => provider.GetRequiredService<SpendingFile>());
}
