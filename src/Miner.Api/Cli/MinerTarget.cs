using System.CommandLine;
using Miner.Api.Settings;

namespace Miner.Api.Cli;

/// <summary>Which miner a verb calls, and with which key: this one as it is configured, unless options say otherwise.</summary>
internal sealed class MinerTarget
{
    private const int MaxKeyLength = 4_096;

    private readonly MinerAddress _address = new();

    private readonly Option<string> _keyFile = new("--key-file")
    {
        HelpName = "FILE",
        Description = "A file whose first line is the key. By default the first of API_KEY, else it is asked for.",
    };

    public void AddTo(Command command)
    {
        _address.AddTo(command);
        command.Options.Add(_keyFile);
    }

    /// <inheritdoc cref="MinerAddress.IsOwn"/>
    public bool IsOwn(ParseResult parsed) => _address.IsOwn(parsed);

    /// <exception cref="SettingsException">The settings do not say which miner, or there is no key that could be sent.</exception>
    /// <exception cref="IOException">The file with the key cannot be read.</exception>
    public (Uri Address, string ApiKey) Read(ParseResult parsed)
    {
        var reader = new SettingReader(VerbServices.ReadConfiguration());
        var address = _address.Read(parsed, reader);
        var key = parsed.GetValue(_keyFile) is { } file
            ? FirstLine(file)
            : reader.Secrets("API_KEY").FirstOrDefault(key => !ApiKeySettings.IsPlaceholder(key)) ?? SecretPrompt.Read("API key: ").Trim();
        if (key.Length == 0) throw new SettingsException(["There is no key: set API_KEY, name a file by --key-file, or type one."]);
        if (key.Any(character => character is <= ' ' or > '~'))
            throw new SettingsException(["A key may hold visible ASCII characters only."]);
        return (address, key);
    }

    private static string FirstLine(string path)
    {
        using var reader = File.OpenText(path);
        var start = new char[MaxKeyLength];
        var length = reader.ReadBlock(start);
        return new string(start, 0, length).Split('\n')[0].Trim();
    }
}
