using Miner.Api.Settings;

namespace Miner.Api.Spending;

internal static class SpendingServices
{
    public static IServiceCollection AddSpending(this IServiceCollection services, DailyBudgetSettings budgets) => services
        .AddSingleton(new Reloadable<DailyBudgetSettings>(budgets))
        .AddSingleton<DailySpending>()
        .AddSingleton<SpendingFile>()
        .AddHostedService(provider => provider.GetRequiredService<SpendingFile>());
}
