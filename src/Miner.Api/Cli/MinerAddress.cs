using System.CommandLine;
using System.Net;
using Miner.Api.Hosting;
using Miner.Api.Settings;

namespace Miner.Api.Cli;

/// <summary>Which miner a verb calls: this one as it is configured, unless <c>--url</c> says otherwise.</summary>
internal sealed class MinerAddress
{
    private readonly Option<string> _url = new("--url")
    {
        HelpName = "URL",
        Description = "The miner's address, by default this miner's on this machine (HOST and PORT).",
    };

    public void AddTo(Command command)
    {
        _url.Validators.Add(result =>
        {
            if (ToAddress(result.GetValueOrDefault<string>()) is null)
                result.AddError("--url must be an http or https address without credentials, query or fragment.");
        });
        command.Options.Add(_url);
    }

    /// <summary>Whether it is this miner, as it is configured.</summary>
    public bool IsOwn(ParseResult parsed) => parsed.GetValue(_url) is null;

    /// <exception cref="SettingsException">The settings do not say which miner.</exception>
    public Uri Read(ParseResult parsed, SettingReader reader)
    {
        var address = ToAddress(parsed.GetValue(_url)) ?? OwnAddress(reader);
        return reader.Problems.Count == 0 ? address : throw new SettingsException(reader.Problems);
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
}
