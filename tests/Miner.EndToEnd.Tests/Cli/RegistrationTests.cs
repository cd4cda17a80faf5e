using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Miner.Testing.Wallets;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary><c>sign</c> and <c>verify</c> with wallets that another implementation made.</summary>
[TestFixture]
internal sealed class RegistrationTests : MinerProcessFixture
{
    private const string Password = "pässword";

    private static readonly Dictionary<string, string> Keys = new() { ["API_KEY"] = "new-key,old-key" };

    private OtherWallets.Wallet _wallet = null!;

    private string Output => InFolder("signed_credentials.txt");

    [OneTimeSetUp]
    public async Task CreateWallet() => _wallet = await OtherWallets.CreateAsync();

    [Test]
    public async Task Sign_WithAPlainWallet_WritesWhatVerifiesThereAndHere()
    {
        WriteColdkey(_wallet.ToKeyFile());

        var signing = await SignAsync(Keys);
        var verifying = await RunAsync(["verify", "signed_credentials.txt", "--json"]);

        Assert.That(signing.ExitCode, Is.Zero, signing.Error);
        var text = await File.ReadAllTextAsync(Output);
        var match = Regex.Match(
            text,
            @"\A(?<message>https://miner\.example\.org<seperate>new-key)\n\tSigned by: (?<address>\w+)\n\tSignature: "
                + @"(?<signature>[0-9a-f]{128})\n\tTimestamp: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6} \(UTC\)\n\z"
        );
        Assert.That(match.Success, Is.True, text);
        Assert.That(match.Groups["address"].Value, Is.EqualTo(_wallet.Address));
        Assert.That(
            await OtherWallets.VerifyAsync(
                _wallet.Address,
                match.Groups["message"].Value,
                Convert.FromHexString(match.Groups["signature"].Value)),
            Is.True);
        Assert.That(verifying.ExitCode, Is.Zero);
        var answer = JsonNode.Parse(verifying.Output)!;
        Assert.That((bool)answer["holds"]!, Is.True);
        Assert.That((string)answer["address"]!, Is.EqualTo(_wallet.Address));
        Assert.That((string)answer["url"]!, Is.EqualTo("https://miner.example.org"));
        Assert.That((double)answer["age_seconds"]!, Is.InRange(0, 120));
        Assert.That(signing.Output + signing.Error + verifying.Output, Does.Not.Contain("new-key"));
    }

    [Test]
    public async Task Sign_ForAScript_TellsWhatWasSignedWithoutTheKey()
    {
        WriteColdkey(_wallet.ToKeyFile());

        var signing = await SignAsync(Keys, "", "--json");

        Assert.That(signing.ExitCode, Is.Zero, signing.Error);
        var answer = JsonNode.Parse(signing.Output)!.AsObject();
        Assert.That(answer.Select(field => field.Key), Is.EqualTo(new[] { "address", "url", "file", "signed_at" }));
        Assert.That((string)answer["address"]!, Is.EqualTo(_wallet.Address));
        Assert.That((string)answer["url"]!, Is.EqualTo("https://miner.example.org"));
        Assert.That(File.Exists((string)answer["file"]!), Is.True);
        Assert.That((DateTimeOffset)answer["signed_at"]!, Is.EqualTo(TimeProvider.System.GetUtcNow()).Within(TimeSpan.FromMinutes(2)));
        Assert.That(signing.Output + signing.Error, Does.Not.Contain("new-key"));
    }

    [TestCase("http://192.168.1.7:8001", "a private address")]
    [TestCase("https://miner.example.org/", "A slash ends the address")]
    [TestCase("https://miner.example.org/miner", "has a path")]
    public async Task Sign_ForAnAddressThatTheSubnetMayNotReach_WarnsAndSigns(string url, string warning)
    {
        WriteColdkey(_wallet.ToKeyFile());

        var signing = await RunAsync(["sign", "--name", "owner", "--wallet-path", "wallets", "--api-url", url], Keys);

        Assert.That(signing.ExitCode, Is.Zero, signing.Error);
        Assert.That(signing.Error, Does.Contain("Warning: ").And.Contain(warning));
    }

    [TestCase("prompt")]
    [TestCase("environment")]
    [TestCase("file")]
    public async Task Sign_WithAnEncryptedWallet_TakesThePasswordFrom(string source)
    {
        WriteColdkey(await OtherWallets.EncryptAnsibleAsync(_wallet.ToKeyFile(), Password));
        await File.WriteAllTextAsync(InFolder("password"), $"{Password}\r\nanother line");

        var signing = source switch
        {
            "prompt" => await SignAsync(Keys, input: $"{Password}\n"),
            "environment" => await SignAsync(new Dictionary<string, string>(Keys) { ["WALLET_PASSWORD"] = Password }),
            _ => await SignAsync(Keys, "", "--password-file", "password"),
        };

        Assert.That(signing.ExitCode, Is.Zero, signing.Error);
        Assert.That(
            (await RunAsync(["verify", "signed_credentials.txt"])).Output,
            Does.Contain("The signature holds.").And.Contain(_wallet.Address));
    }

    [TestCase("wrong-password\n", "does not open")]
    [TestCase("", "its password is empty")]
    public async Task Sign_WithoutTheRightPassword_WritesNothing(string input, string reason)
    {
        WriteColdkey(await OtherWallets.EncryptAnsibleAsync(_wallet.ToKeyFile(), Password));

        var signing = await SignAsync(Keys, input);

        Assert.That(signing.ExitCode, Is.EqualTo(1));
        Assert.That(signing.Error, Does.Contain(reason).And.Not.Contain("wrong-password").And.Not.Contain("   at "));
        Assert.That(File.Exists(Output), Is.False);
    }

    [Test]
    public async Task Sign_OverAnotherFile_NeedsForce()
    {
        WriteColdkey(_wallet.ToKeyFile());
        await File.WriteAllTextAsync(Output, "before");

        var refused = await SignAsync(Keys);
        var before = await File.ReadAllTextAsync(Output);
        var forced = await SignAsync(Keys, "", "--force");

        Assert.That(refused.ExitCode, Is.EqualTo(1));
        Assert.That(refused.Error, Does.Contain("--force"));
        Assert.That(before, Is.EqualTo("before"));
        Assert.That(forced.ExitCode, Is.Zero);
        Assert.That(await File.ReadAllTextAsync(Output), Does.StartWith("https://miner.example.org<seperate>new-key\n"));
    }

    [Test]
    public async Task Sign_WithATokenOverPlainHttp_WarnsOfBoth()
    {
        WriteColdkey(_wallet.ToKeyFile());

        var signing = await RunAsync(
            ["sign", "--name", "owner", "--wallet-path", "wallets", "--api-url", "http://miner.example.org", "--token", "typed-key"], Keys);

        Assert.That(signing.ExitCode, Is.Zero, signing.Error);
        Assert.That(signing.Error, Does.Contain("process lists").And.Contain("https address"));
        Assert.That(signing.Output + signing.Error, Does.Not.Contain("typed-key"));
        Assert.That(await File.ReadAllTextAsync(Output), Does.StartWith("http://miner.example.org<seperate>typed-key\n"));
    }

    [TestCase("https://miner.example.org", "", "No API_KEY is set")]
    [TestCase("https://miner.example.org", "change-me", "No API_KEY is set")]
    [TestCase("https://miner.example.org", "secret key", "API_KEY may hold visible")]
    [TestCase("miner.example.org", "secret", "must be like https://")]
    [TestCase("https://user:secret@miner.example.org", "k", "no user name")]
    public async Task Sign_OfWrongCredentials_SaysWhyWithoutThem(string url, string key, string reason)
    {
        WriteColdkey(_wallet.ToKeyFile());

        var signing = await RunAsync(
            ["sign", "--name", "owner", "--wallet-path", "wallets", "--api-url", url],
            new Dictionary<string, string> { ["API_KEY"] = key });

        Assert.That(signing.ExitCode, Is.EqualTo(1));
        Assert.That(signing.Error, Does.Contain(reason).And.Not.Contain("secret"));
        Assert.That(File.Exists(Output), Is.False);
    }

    [Test]
    public async Task Verify_OfASignatureMadeElsewhere_Holds()
    {
        await WriteSignedAsync("https://miner.example.org<seperate>the-key", "https://miner.example.org<seperate>the-key");

        var verifying = await RunAsync(["verify", "signed_credentials.txt"]);

        Assert.That(verifying.ExitCode, Is.Zero);
        Assert.That(verifying.Output, Does.Contain("The signature holds.").And.Contain("2025-11-24 10:30:00 UTC").And.Contain("days ago"));
    }

    [Test]
    public async Task Verify_WhenTheKeyWasChanged_DoesNotHold()
    {
        await WriteSignedAsync("https://miner.example.org<seperate>the-key", "https://miner.example.org<seperate>another-key");

        var verifying = await RunAsync(["verify", "signed_credentials.txt"]);
        var json = await RunAsync(["verify", "signed_credentials.txt", "--json"]);

        Assert.That(verifying.ExitCode, Is.EqualTo(1));
        Assert.That(verifying.Output, Does.Contain("does not hold").And.Not.Contain("another-key"));
        Assert.That(json.ExitCode, Is.EqualTo(1));
        Assert.That((bool)JsonNode.Parse(json.Output)!["holds"]!, Is.False);
    }

    [Test]
    public async Task Verify_OfAnAddressThatATerminalWouldObey_ShowsItsText()
    {
        const string signed = "https://miner.example.org\e[2J\u202e<seperate>the-key";
        await WriteSignedAsync(signed, signed);

        var verifying = await RunAsync(["verify", "signed_credentials.txt"]);

        Assert.That(verifying.ExitCode, Is.Zero, verifying.Error);
        Assert.That(verifying.Output, Does.Contain("https://miner.example.org [2J \n").And.Not.Contain("\e").And.Not.Contain("\u202e"));
    }

    [Test]
    public async Task Verify_OfSomethingElse_SaysWhatItShouldBe()
    {
        await File.WriteAllTextAsync(Output, "the-key");

        var verifying = await RunAsync(["verify", "signed_credentials.txt"]);

        Assert.That(verifying.ExitCode, Is.EqualTo(1));
        Assert.That(verifying.Error, Does.Contain("four lines").And.Not.Contain("the-key"));
    }

    [Test]
    public async Task Guide_FollowedLineByLine_EndsWithCredentialsThatHold()
    {
        WriteColdkey(_wallet.ToKeyFile(), ".bittensor/wallets");
        const string program = "dotnet run --project src/Miner.Api -- ";
        var guide = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", "registration.md"));
        var commands = guide
            .Where(line => line.StartsWith(program, StringComparison.Ordinal))
            .Select(line => line[program.Length..].Split(' '))
            .ToList();

        Assert.That(commands.Select(command => command[0]), Is.EqualTo(new[] { "keygen", "doctor", "sign", "verify" }));
        var settings = new Dictionary<string, string> { ["HOME"] = Folder.FullName };
        // The doctor's miner has a public address.
        foreach (var command in commands.Where(command => command[0] != "doctor"))
        {
            var result = await RunAsync(command, settings);
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            if (command[0] == "keygen") settings["API_KEY"] = result.Output.Trim();
            if (command[0] == "verify") Assert.That(result.Output, Does.Contain("The signature holds."));
        }
    }

    [Test]
    public async Task Keygen_PrintsTheKeyAloneAndTellsHowToChangeToIt()
    {
        var plain = await RunAsync(["keygen"]);
        var json = await RunAsync(["keygen", "--json"]);

        Assert.That(plain.ExitCode, Is.Zero);
        Assert.That(plain.Output.Trim(), Does.Match("^[A-Za-z0-9_-]{43}$"));
        Assert.That(plain.Error, Does.Contain("API_KEY=NEW,OLD"));
        Assert.That(
            (string)JsonNode.Parse(json.Output)!["api_key"]!,
            Does.Match("^[A-Za-z0-9_-]{43}$").And.Not.EqualTo(plain.Output.Trim()));
    }

    private Task<MinerCommand> SignAsync(IReadOnlyDictionary<string, string> settings, string input = "", params string[] more) => RunAsync(
        ["sign", "--name", "owner", "--wallet-path", "wallets", "--api-url", "https://miner.example.org", .. more], settings, input);

    private async Task WriteSignedAsync(string signed, string written)
    {
        var signature = Convert.ToHexStringLower(await OtherWallets.SignAsync(_wallet.Seed, signed));
        await File.WriteAllTextAsync(
            Output,
            $"{written}\n\tSigned by: {_wallet.Address}\n\tSignature: {signature}\n\tTimestamp: 2025-11-24T10:30:00.123456 (UTC)\n");
    }

    private void WriteColdkey(string json, string wallets = "wallets") => WriteColdkey(System.Text.Encoding.UTF8.GetBytes(json), wallets);

    private void WriteColdkey(byte[] content, string wallets = "wallets") =>
        File.WriteAllBytes(Path.Combine(Folder.CreateSubdirectory(Path.Combine(wallets, "owner")).FullName, "coldkey"), content);
}
