using System.Globalization;
using System.Net;

namespace Miner.Api.Settings;

/// <summary>
/// Reads settings by name and collects all that is wrong with them, so that an operator mends a configuration in one go. A blank setting is
/// one that is not set. Problems name the setting and what it may be, and never repeat the value, which may be a secret.
/// </summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    private readonly List<string> _problems = [];
    private readonly List<string> _warnings = [];
    private readonly Dictionary<string, SettingRead> _settings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _foreign = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>What does not keep the miner from starting, and may not be what was meant.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Every setting read so far, in the order of their first reading.</summary>
    public IReadOnlyCollection<SettingRead> Settings => _settings.Values;

    /// <summary>The variables of libraries that were looked at.</summary>
    public IReadOnlyCollection<string> ForeignNames => _foreign;

    public void AddProblem(string problem) => _problems.Add(problem);

    public void AddWarning(string warning) => _warnings.Add(warning);

    /// <summary>Tells what stands in place of a setting that is not set, where that is no fixed value.</summary>
    public void Resolve(string name, string effective) => _settings[name] = _settings[name] with { Resolved = effective };

    public string? Text(string name) => Read(name, defaultText: "");

    /// <summary>A text that is shown to nobody.</summary>
    public string? Secret(string name) => Read(name, defaultText: "", isSecret: true);

    /// <summary>A variable of a library's own, which reads it itself: none of the miner's settings, and only looked at.</summary>
    public string? Foreign(string name)
    {
        _foreign.Add(name);
        return Given(name);
    }

    public string Text(string name, string defaultValue) => Read(name, defaultValue) ?? defaultValue;

    /// <summary>A list separated by commas; blank items are left out.</summary>
    public IReadOnlyList<string> List(string name) => SettingRead.Items(Read(name, defaultText: ""));

    /// <summary>A list of secrets separated by commas.</summary>
    public IReadOnlyList<string> Secrets(string name) => SettingRead.Items(Secret(name));

    public int Integer(string name, int defaultValue, int minimum, int maximum)
    {
        if (Read(name, defaultValue.ToString(CultureInfo.InvariantCulture)) is not { } text) return defaultValue;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= minimum && value <= maximum) return value;
        AddProblem($"{name} must be a whole number from {minimum} to {maximum}.");
        return defaultValue;
    }

    public double Number(string name, double defaultValue, double minimum, double maximum)
    {
        if (Read(name, defaultValue.ToString(CultureInfo.InvariantCulture)) is not { } text) return defaultValue;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= minimum && value <= maximum) return value;
        AddProblem(string.Create(CultureInfo.InvariantCulture, $"{name} must be a number from {minimum} to {maximum}."));
        return defaultValue;
    }

    /// <summary>A whole number of seconds.</summary>
    public TimeSpan Seconds(string name, TimeSpan defaultValue, int minimum, int maximum) =>
        TimeSpan.FromSeconds(Integer(name, (int)defaultValue.TotalSeconds, minimum, maximum));

    /// <summary>A whole number of days.</summary>
    public TimeSpan Days(string name, TimeSpan defaultValue, int minimum, int maximum) =>
        TimeSpan.FromDays(Integer(name, (int)defaultValue.TotalDays, minimum, maximum));

    public bool Flag(string name, bool defaultValue)
    {
        switch (Read(name, defaultValue ? "true" : "false")?.ToLowerInvariant())
        {
            case null: return defaultValue;
            case "true" or "1" or "yes" or "on": return true;
            case "false" or "0" or "no" or "off": return false;
            default:
                AddProblem($"{name} must be true or false.");
                return defaultValue;
        }
    }

    /// <summary>One of <paramref name="choices"/>, whatever its case.</summary>
    /// <param name="defaultValue">One of the values of <paramref name="choices"/>.</param>
    public T Choice<T>(string name, IReadOnlyDictionary<string, T> choices, T defaultValue)
    {
        var text = Read(name, choices.First(choice => Equals(choice.Value, defaultValue)).Key);
        if (text is null) return defaultValue;
        foreach (var (choice, value) in choices)
        {
            if (choice.Equals(text, StringComparison.OrdinalIgnoreCase)) return value;
        }

        AddProblem($"{name} must be one of {string.Join(", ", choices.Keys)}.");
        return defaultValue;
    }

    /// <summary>Where to listen: an IP address or <c>localhost</c>.</summary>
    public string Host(string name, string defaultValue)
    {
        var host = Text(name, defaultValue);
        if (host != "localhost" && !IPAddress.TryParse(host, out _)) AddProblem($"{name} must be an IP address or localhost.");
        return host;
    }

    /// <summary>An absolute <c>http</c> or <c>https</c> address without credentials, or null where it is not set.</summary>
    public Uri? Address(string name) => Read(name, defaultText: "") is { } text ? ToAddress(name, text) : null;

    public Uri Address(string name, Uri defaultValue) =>
        (Read(name, defaultValue.OriginalString) is { } text ? ToAddress(name, text) : null) ?? defaultValue;

    private Uri? ToAddress(string name, string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0)
            return address;
        AddProblem($"{name} must be an http or https address without user name and password.");
        return null;
    }

    private string? Given(string name) => configuration[name]?.Trim() is { Length: > 0 } text ? text : null;

    private string? Read(string name, string defaultText, bool isSecret = false)
    {
        var given = Given(name);
        isSecret |= _settings.TryGetValue(name, out var before) && before.IsSecret;
        _settings[name] = new SettingRead(name, given, defaultText, isSecret, before?.Resolved);
        return given;
    }
}
