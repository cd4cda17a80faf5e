using Miner.Application.Recording;
using Miner.Infrastructure.Llm;
using Miner.Infrastructure.Search;

namespace Miner.Api.Settings;

/// <summary>Reads how much is recorded, and gathers the keys that are masked in it.</summary>
internal static class RecordingSettings
{
    private const int BytesPerMegabyte = 1_000_000;

    public static RecordingOptions Read(SettingReader reader, ApiKeySettings keys, ModelChainOptions models, WebSearchOptions search)
    {
        var defaults = new RecordingOptions();
        return new RecordingOptions
        {
            Calls = reader.Integer("RECORD_CALLS", defaults.Calls, 0, RecordingOptions.MostCalls),
            MaxBytes = reader.Integer("RECORD_MEGABYTES", (int)(defaults.MaxBytes / BytesPerMegabyte), 1, 10_000) * (long)BytesPerMegabyte,
            Secrets =
            [
                .. keys.Keys,
                .. models.Models.SelectMany(model => model.ApiKeys),
                .. new[] { keys.MetricsKey, search.BraveApiKey, search.GoogleApiKey, search.TavilyApiKey }.OfType<string>(),
            ],
        };
    }
}
