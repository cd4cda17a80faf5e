namespace Miner.Api.Settings;

/// <summary>What became of an operator's settings: each as it was read, what is wrong, and what may not be meant.</summary>
/// <param name="Problems">With any of them the miner does not start.</param>
internal sealed record SettingsReview(
    MinerSettings Settings, IReadOnlyCollection<SettingRead> Read, IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings)
{
    public static SettingsReview Of(IConfigurationRoot configuration)
    {
        var reader = new SettingReader(configuration);
        var settings = MinerSettings.Read(reader);
        List<string> warnings =
        [
            .. SettingOrigin.DotEnvFiles(configuration).SelectMany(file => file.Unreadable),
            .. reader.Warnings,
            .. UnknownSettings.Find(configuration, reader),
        ];
        var ignored = IgnoredSettings.In(configuration);
        if (ignored.Count > 0) warnings.Add($"Settings that mean nothing here are ignored: {string.Join(", ", ignored)}.");
        return new SettingsReview(settings, reader.Settings, reader.Problems, warnings);
    }

    /// <exception cref="SettingsException">Something is wrong with them; the message lists all of it.</exception>
    public SettingsReview Accept() => Problems.Count == 0 ? this : throw new SettingsException(Problems);
}
