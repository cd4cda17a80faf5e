using Microsoft.Extensions.DependencyInjection;

namespace Miner.Operator.ModelServers;

public static class ModelServerServices
{
    /// <summary>Adds the <see cref="IModelServerLauncher"/> of this machine. <see cref="TimeProvider"/> must be registered too.</summary>
    public static IServiceCollection AddModelServerLauncher(this IServiceCollection services) =>
        services.AddSingleton<IModelServerLauncher>(provider => new VllmLauncher(
            Environment.GetEnvironmentVariable("PATH") ?? "",
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            provider.GetRequiredService<TimeProvider>()));
}
