using Miner.Operator.Registration;

namespace Miner.Api.Settings;

/// <summary>The keys that callers may use. Secrets.</summary>
/// <param name="Keys">At least one unless <paramref name="MadeForThisRun"/> was needed; several at once while a key is rotated.</param>
/// <param name="MadeForThisRun">True when no key was set and development made one.</param>
/// <param name="MetricsKey">A key for <c>/metrics</c> alone, or null.</param>
internal sealed record ApiKeySettings(IReadOnlyList<string> Keys, bool MadeForThisRun, string? MetricsKey = null)
{
    /// <summary>What <c>.env.example</c> holds in place of a key.</summary>
    public const string Placeholder = "change-me";

    /// <summary>A shorter key may be guessed.</summary>
    private const int ShortestSafe = 16;

    /// <summary>What examples, ours and the original miner's, hold in place of a key, and so anybody may try.</summary>
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        Placeholder, "changeme", "your-secure-random-api-key-here", "your-api-key-here", "your_api_key_here", "your-api-key",
        "your_api_key", "your-secret-key", "your-secret-api-key", "api-key", "<key>", "...",
    };

    public static ApiKeySettings Read(SettingReader reader, bool isProduction)
    {
        var keys = reader.Secrets("API_KEY");
        if (!keys.All(IsVisibleAscii)) reader.AddProblem("API_KEY may hold visible ASCII characters only, with a comma between keys.");
        var metricsKey = reader.Secret("METRICS_KEY");
        if (metricsKey is not null && !IsVisibleAscii(metricsKey)) reader.AddProblem("METRICS_KEY may hold visible ASCII characters only.");

        var real = keys.Where(key => !IsPlaceholder(key)).ToList();
        if (isProduction && real.Count < keys.Count)
            reader.AddProblem("API_KEY still holds the placeholder of an example, which anybody may try: set a key of your own.");
        else if (isProduction && real.Count == 0)
            reader.AddProblem("API_KEY is required in production: set a long random key that only the orchestrator knows.");
        else if (real.Count < keys.Count)
            reader.AddWarning("API_KEY still holds the placeholder of an example, which counts for nothing: set a key of your own.");
        if (real.Exists(key => key.Length < ShortestSafe))
            reader.AddWarning($"API_KEY holds a key of fewer than {ShortestSafe} characters, which may be guessed: see keygen.");
        if (real.Count == 0 && !isProduction) reader.Resolve("API_KEY", "one made at each start");
        return real.Count > 0
            ? new ApiKeySettings(real, MadeForThisRun: false, metricsKey)
            : new ApiKeySettings([ApiKey.Create()], MadeForThisRun: true, metricsKey);
    }

    public static bool IsPlaceholder(string key) => Placeholders.Contains(key);

    private static bool IsVisibleAscii(string key) => key.All(character => character is > ' ' and <= '~');
}
