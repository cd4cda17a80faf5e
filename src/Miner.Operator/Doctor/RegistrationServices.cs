using Microsoft.Extensions.DependencyInjection;

namespace Miner.Operator.Doctor;

public static class RegistrationServices
{
    /// <summary>Adds the <see cref="IMinerProbe"/> of this machine's network. <see cref="TimeProvider"/> must be registered too.</summary>
    public static IServiceCollection AddMinerProbe(this IServiceCollection services) =>
        services.AddSingleton(new MinerNetwork()).AddSingleton<IMinerProbe, MinerProbe>();
}
