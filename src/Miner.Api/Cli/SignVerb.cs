using System.CommandLine;
using Miner.Api.Settings;
using Miner.Operator;
using Miner.Operator.Registration;

namespace Miner.Api.Cli;

/// <summary><c>sign</c>: sign the miner's address and key with its owner's coldkey, for registering.</summary>
internal sealed class SignVerb : Verb
{
    private readonly Option<string> _name = new("--name")
    {
        HelpName = "WALLET",
        Required = true,
        Description = "The wallet: a folder with a coldkey in it.",
    };

    private readonly Option<string> _url = new("--api-url")
    {
        HelpName = "URL",
        Required = true,
        Description = "The miner's public address, without a path of the API.",
    };

    private readonly Option<string> _token = new("--token")
    {
        HelpName = "KEY",
        Description = "The key that the orchestrator will send; the first of API_KEY by default, which no process list shows.",
    };

    private readonly Option<string> _walletPath = new("--wallet-path")
    {
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "~/.bittensor/wallets",
        Description = "The folder of all wallets.",
    };

    private readonly Option<string> _output = new("--output")
    {
        HelpName = "FILE",
        DefaultValueFactory = _ => "signed_credentials.txt",
        Description = "Where to write; only its owner may read it.",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Replace the file where there is one." };

    private readonly Option<string> _passwordFile = new("--password-file")
    {
        HelpName = "FILE",
        Description = "A file whose first line is the wallet's password.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON object, without the key." };

    public SignVerb()
        : base(
            "sign",
            "Sign the miner's address and key with a coldkey, for registering.",
            $"The password of an encrypted wallet is read from --password-file, else from {WalletPassword.Variable}, else asked for. "
            + "See docs/registration.md.",
            "sign --name owner --api-url https://miner.example.org",
            "sign --name owner --api-url https://miner.example.org --output new.txt --password-file /run/secrets/coldkey")
    {
        foreach (var option in new Option[] { _name, _url, _token, _walletPath, _output, _force, _passwordFile, _json })
            Options.Add(option);
        SetAction(SignAsync);
    }

    private async Task<int> SignAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var token = parsed.GetValue(_token);
        if (token is not null)
        {
            await Console.Error.WriteLineAsync(
                "Warning: other users see --token in process lists, and shells keep it in their history; set API_KEY instead.");
        }

        if (!MinerCredentials.TryCreate(parsed.GetValue(_url)!, token ?? ReadKey(), out var credentials, out var error))
            throw new OperatorException(error);
        if (credentials.Url.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
        {
            await Console.Error.WriteLineAsync(
                "Warning: over plain http everybody on the way reads the miner's key; register an https address.");
        }

        foreach (var warning in credentials.Warnings) await Console.Error.WriteLineAsync($"Warning: {warning}");
        var output = parsed.GetValue(_output)!;
        var passwordFile = parsed.GetValue(_passwordFile);
        var options = new SigningOptions(
            parsed.GetValue(_walletPath)!,
            parsed.GetValue(_name)!,
            output,
            parsed.GetValue(_force),
            _ => WalletPassword.AskAsync(passwordFile));
        var signed = await new CredentialsSigner(TimeProvider.System).SignAsync(credentials, options, cancellationToken);
        var file = Path.GetFullPath(output);
        Console.WriteLine(parsed.GetValue(_json)
            ? VerbJson.Serialize(new { signed.Address, signed.Credentials.Url, File = file, SignedAt = signed.Timestamp?.UtcDateTime })
            : $"""
            Signed by {signed.Address} for {signed.Credentials.Url}: {file}
            Paste the whole file at https://huggingface.co/spaces/agent-builder/miner-registration-system
            It holds the miner's key: guard it as you guard the key.
            """);
        return 0;
    }

    private static string ReadKey()
    {
        var reader = new SettingReader(VerbServices.ReadConfiguration());
        var keys = ApiKeySettings.Read(reader, isProduction: false);
        if (reader.Problems.Count > 0) throw new SettingsException(reader.Problems);
        return keys.MadeForThisRun
            ? throw new OperatorException(
                "No API_KEY is set, in the environment or in .env: the orchestrator needs a key that the miner knows.")
            : keys.Keys[0];
    }
}
