namespace Miner.Api.Settings;

/// <summary>Settings that may be others from one request to the next; who needs several of them reads <see cref="Value"/> once.</summary>
internal sealed class Reloadable<T>(T value)
    where T : class
{
    private volatile T _value = value;

    public T Value
    {
        get => _value;
        set => _value = value;
    }
}

internal static class ReloadableServices
{
    public static IServiceCollection AddReloadable<T>(this IServiceCollection services, T settings)
        where T : class => services.AddSingleton(new Reloadable<T>(settings));
}
