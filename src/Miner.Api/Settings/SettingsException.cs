namespace Miner.Api.Settings;

/// <summary>The settings do not allow a start. The message lists everything that is wrong, a line each.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception($"The settings are wrong:\n{string.Join('\n', problems.Select(problem => $"- {problem}"))}")
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
