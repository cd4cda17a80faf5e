namespace Miner.Api.Settings;

/// <summary>Whether and where the test page is served, and which miner it asks.</summary>
/// <param name="Enabled">False: nothing of the page is made.</param>
/// <param name="Host">The address to listen on: an IP address or <c>localhost</c>.</param>
/// <param name="Port">0 to 65535; 0 takes any free port.</param>
/// <param name="MinerAddress">The API to ask; null for this miner's own.</param>
internal sealed record TestUiSettings(bool Enabled, string Host, int Port, Uri? MinerAddress)
{
    public static TestUiSettings Read(SettingReader reader, ServerSettings server) => new(
        reader.Flag("UI_ENABLED", !server.IsProduction),
        reader.Host("UI_HOST", "127.0.0.1"),
        reader.Integer("UI_PORT", 7860, 0, 65_535),
        reader.Address("API_BASE_URL"));
}
