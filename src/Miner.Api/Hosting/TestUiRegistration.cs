using System.Runtime.CompilerServices;
using Miner.Api.Limits;
using Miner.Api.Settings;
using Miner.TestUi;
using Miner.TestUi.Calls;

namespace Miner.Api.Hosting;

/// <summary>The test page beside the API.</summary>
internal static class TestUiRegistration
{
    public static IServiceCollection AddTestUi(this IServiceCollection services, MinerSettings settings) =>
        settings.TestUi.Enabled ? Add(services, settings) : services;

    /// <summary>Apart from its caller, so that a miner without the page does not load what the page needs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IServiceCollection Add(IServiceCollection services, MinerSettings settings)
    {
        var (page, exemption) = (settings.TestUi, new LimitExemption());
        return services
            .AddSingleton(exemption)
            .AddTestUi(new TestUiOptions(
                new Uri(ListeningAddress.Of(page.Host, page.Port)), page.MinerAddress, settings.ApiKeys.Keys[0])
            {
                Exemption = new HttpHeader(LimitExemption.Header, exemption.Token),
            });
    }
}
