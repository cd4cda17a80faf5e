using System.CommandLine;
using System.Net;
using Miner.Api.Hosting;
using Miner.Api.Settings;

namespace Miner.Api.Cli;

/// <summary>Which miner a verb calls, and with which key: this one as it is configured, unless options say otherwise.</summary>
internal sealed class MinerTarget
{
    private const int MaxKeyLength = 4_096;

    private readonly Option<string> _url = new("--url")
    {
        HelpName = "URL",
        Description = "The miner's address, by default this miner's on this machine (HOST and PORT).",
    };

    private readonly Option<string> _keyFile = new("--key-file")
    {
        HelpName = "FILE",
        Description = "A file whose first line is the key. By default the first of API_KEY, else it is asked for.",
    };

    public void AddTo(Command command)
    {
        _url.Validators.Add(result =>
        {
            if (ToAddress(result.GetValueOrDefault<string>()) is null)
                result.AddError("--url must be an http or https address without credentials, query or fragment.");
        });
        command.Options.Add(_url);
        command.Options.Add(_keyFile);
    }

    /// <summary>Whether it is this miner, as it is configured.</summary>
    public bool IsOwn(ParseResult parsed) => parsed.GetValue(_url) is null;

    /// <exception cref="SettingsException">The settings do not say which miner, or there is no key that could be sent.</exception>
    /// <exception cref="IOException">The file with the key cannot be read.</exception>
    public (Uri Address, string ApiKey) Read(ParseResult parsed)
    {
        var reader = new SettingReader(VerbServices.ReadConfiguration());
        var address = ToAddress(parsed.GetValue(_url)) ?? OwnAddress(reader);
        if (reader.Problems.Count > 0) throw new SettingsException(reader.Problems);

        var key = parsed.GetValue(_keyFile) is { } file
            ? FirstLine(file)
            : reader.Secrets("API_KEY").FirstOrDefault(key => !ApiKeySettings.IsPlaceholder(key)) ?? SecretPrompt.Read("API key: ").Trim();
        if (key.Length == 0) throw new SettingsException(["There is no key: set API_KEY, name a file by --key-file, or type one."]);
        if (key.Any(character => character is <= ' ' or > '~'))
            throw new SettingsException(["A key may hold visible ASCII characters only."]);
        return (address, key);
    }

    private static Uri? ToAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" }
            ? address : null;

    private static Uri OwnAddress(SettingReader reader)
    {
        var server = ServerSettings.Read(reader);
        if (server.Port == 0) reader.AddProblem("PORT is 0, which is any port: give the miner's address by --url.");
        var host =
            IPAddress.TryParse(server.Host, out var listened) && !listened.Equals(IPAddress.Any) && !listened.Equals(IPAddress.IPv6Any)
                ? server.Host
                : IPAddress.Loopback.ToString();
        return new Uri(ListeningAddress.Of(host, server.Port));
    }

    private static string FirstLine(string path)
    {
        using var reader = File.OpenText(path);
        var start = new char[MaxKeyLength];
        var length = reader.ReadBlock(start);
        return new string(start, 0, length).Split('\n')[0].Trim();
    }
}
