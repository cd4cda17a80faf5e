namespace Miner.TestUi;

/// <summary>The test page's registration.</summary>
public static class TestUiServices
{
    /// <summary>Serves the page beside the API, from when the API listens.</summary>
    public static IServiceCollection AddTestUi(this IServiceCollection services, TestUiOptions options) =>
        services.AddSingleton(options).AddHostedService<TestUiHost>();
}
