using Miner.Application.Components;
using Miner.Application.Recording;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;
using Miner.Infrastructure.Counters;
using Miner.Infrastructure.Llm;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Search;
using Miner.Infrastructure.Telemetry;

namespace Miner.Api.Settings;

/// <summary>All that an operator can set, read once at the start; each section goes to the part that it is about.</summary>
internal sealed record MinerSettings(
    ServerSettings Server, LogSettings Log, ApiKeySettings ApiKeys, ModelChainOptions Models, AnsweringOptions Answering,
    WebSearchOptions Search, HistoryPolicy History, PlaybookPolicy Playbook, StorageOptions Storage,
    RequestLimitSettings RequestLimits, DailyBudgetSettings Budgets, TelemetryOptions Telemetry, RedisOptions? Redis, TestUiSettings TestUi,
    RecordingOptions Recording)
{
    /// <summary>Reads every setting.</summary>
    /// <exception cref="SettingsException">Something is wrong with them; the message lists all of it.</exception>
    public static MinerSettings Read(IConfiguration configuration)
    {
        var reader = new SettingReader(configuration);
        var settings = Read(reader);
        return reader.Problems.Count == 0 ? settings : throw new SettingsException(reader.Problems);
    }

    internal static MinerSettings Read(SettingReader reader)
    {
        var server = ServerSettings.Read(reader);
        var keys = ApiKeySettings.Read(reader, server.IsProduction);
        var models = ChatModelSettings.Read(reader, server);
        var search = WebSearchSettings.Read(reader, server);
        return new MinerSettings(
            server,
            LogSettings.Read(reader, server),
            keys,
            models,
            ReadAnswering(reader, server),
            search,
            ReadHistory(reader),
            new PlaybookPolicy(ContextLength: reader.Integer("PLAYBOOK_CONTEXT_CHARS", 4_000, 0, 200_000)),
            ReadStorage(reader),
            RequestLimitSettings.Read(reader),
            DailyBudgetSettings.Read(reader),
            TelemetrySettings.Read(reader, server),
            ReadRedis(reader),
            TestUiSettings.Read(reader, server),
            RecordingSettings.Read(reader, keys));
    }

    private static readonly Dictionary<string, bool?> AnswerFormats = new() { ["auto"] = null, ["text"] = true, ["json"] = false };

    /// <summary>
    /// The last sixth of a request's time, 10 of 60 s, is left for a call under way to be given up and the answer to arrive. A reasoning
    /// model thinks before it writes in any form, so it keeps JSON unless another is chosen.
    /// </summary>
    private static AnsweringOptions ReadAnswering(SettingReader reader, ServerSettings server)
    {
        var defaults = new AnsweringOptions();
        return new AnsweringOptions
        {
            AnswersInText = reader.Choice("ANSWER_FORMAT", AnswerFormats, reader.Text("REASONING_EFFORT") is null ? null : false),
            SelfConsistencySamples = reader.Integer("SELF_CONSISTENCY_SAMPLES", defaults.SelfConsistencySamples, 1, 16),
            OffersCalculator = ReadTools(reader).Contains("calculator", StringComparer.OrdinalIgnoreCase),
            VerifyArithmetic = reader.Flag("VERIFY_ARITHMETIC", defaults.VerifyArithmetic),
            ComputeAsLastResort = reader.Flag("OFFLINE_FALLBACK", defaults.ComputeAsLastResort),
            DecideAfter = server.RequestTimeout * (5.0 / 6),
        };
    }

    private static IReadOnlyList<string> ReadTools(SettingReader reader)
    {
        var tools = reader.List("ANSWER_TOOLS");
        if (tools.Any(tool => !tool.Equals("calculator", StringComparison.OrdinalIgnoreCase)))
            reader.AddProblem("ANSWER_TOOLS must be calculator, or empty.");
        return tools;
    }

    internal static HistoryPolicy ReadHistory(SettingReader reader) => new(
        MaxMessages: reader.Integer("MAX_CONVERSATION_MESSAGES", 10, 1, 1_000),
        MaxAge: reader.Days("CONVERSATION_CLEANUP_DAYS", TimeSpan.FromDays(7), 1, 3_650),
        ContextMessages: reader.Integer("SMART_HISTORY_COUNT", 5, 0, 1_000),
        ContextTokens: reader.Integer("HISTORY_TOKEN_BUDGET", 3_000, 0, 1_000_000));

    internal static StorageOptions ReadStorage(SettingReader reader)
    {
        var defaults = new StorageOptions();
        var auditRetention = reader.Days("PLAYBOOK_AUDIT_DAYS", defaults.AuditRetention, 1, 3_650);
        var poolSize = reader.Integer("DATABASE_POOL_SIZE", defaults.PoolSize, 1, 1_000);
        var url = reader.Text("DATABASE_URL", DatabaseUrl.Default);
        if (DatabaseUrl.TryParse(url, out var options, out var problem))
            return options with { AuditRetention = auditRetention, PoolSize = poolSize };
        reader.AddProblem($"DATABASE_URL: {problem}");
        return defaults;
    }

    private static RedisOptions? ReadRedis(SettingReader reader)
    {
        if (reader.Secret("REDIS_URL") is not { } url) return null;
        if (!RedisOptions.TryParse(url, out var options, out var problem)) reader.AddProblem($"REDIS_URL: {problem}");
        return options;
    }
}
