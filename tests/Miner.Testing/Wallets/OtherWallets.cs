using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Miner.Testing.Wallets;

/// <summary>Wallets, signatures and encrypted key files made by other implementations: <c>wallets.mjs</c>, run by Node.js.</summary>
public static class OtherWallets
{
    private static readonly string Program = Path.Combine(Sources.Root, "tests", "Miner.Testing", "Wallets", "wallets.mjs");

    /// <param name="Phrase">Twelve words.</param>
    /// <param name="Seed">Hex digits, as are the keys.</param>
    /// <param name="PrivateKey">As Bittensor writes it.</param>
    /// <param name="MultipliedPrivateKey">As Polkadot's tools write it: the scalar times 8.</param>
    public sealed record Wallet(
        string Phrase,
        string Seed,
        string PublicKey,
        string Address,
        string PrivateKey,
        string MultipliedPrivateKey)
    {
        /// <summary>The key file that Bittensor would write.</summary>
        public string ToKeyFile() => new JsonObject
        {
            ["accountId"] = $"0x{PublicKey}",
            ["publicKey"] = $"0x{PublicKey}",
            ["privateKey"] = $"0x{PrivateKey}",
            ["secretPhrase"] = Phrase,
            ["secretSeed"] = $"0x{Seed}",
            ["ss58Address"] = Address,
        }.ToJsonString();
    }

    /// <summary>A new wallet.</summary>
    public static async Task<Wallet> CreateAsync() =>
        (await RunAsync(new { command = "create" })).Deserialize<Wallet>(JsonSerializerOptions.Web)!;

    /// <returns>64 bytes.</returns>
    public static async Task<byte[]> SignAsync(string seed, string message) =>
        Convert.FromHexString((string)(await RunAsync(new { command = "sign", seed, message }))["signature"]!);

    /// <param name="randomness">32 bytes, in place of fresh ones.</param>
    /// <returns>64 bytes.</returns>
    public static async Task<byte[]> SignAsync(string seed, string message, byte[] randomness) => Convert.FromHexString(
            (string)
                (
                    await RunAsync(
                        new
                        {
                            command = "signWithRandomness",
                            seed,
                            message,
                            randomness = Convert.ToHexString(randomness),
                        }
                    )
                )["signature"]!);

    public static async Task<bool> VerifyAsync(string address, string message, ReadOnlyMemory<byte> signature) =>
        (bool)(await RunAsync(new { command = "verify", address, message, signature = Convert.ToHexString(signature.Span) }))["holds"]!;

    /// <summary>A key file that begins with <c>$NACL</c>; takes seconds.</summary>
    public static Task<byte[]> EncryptNaclAsync(string content, string password) => EncryptAsync("encryptNacl", content, password);

    /// <summary>A key file that begins with <c>$ANSIBLE_VAULT</c>.</summary>
    public static Task<byte[]> EncryptAnsibleAsync(string content, string password) => EncryptAsync("encryptAnsible", content, password);

    private static async Task<byte[]> EncryptAsync(string command, string content, string password) =>
        Convert.FromBase64String((string)(await RunAsync(new { command, content, password }))["file"]!);

    private static async Task<JsonNode> RunAsync(object request)
    {
        var start = new ProcessStartInfo("node", [Program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        try
        {
            await node.StandardInput.WriteAsync(JsonSerializer.Serialize(request));
            node.StandardInput.Close();
            var output = node.StandardOutput.ReadToEndAsync();
            var error = node.StandardError.ReadToEndAsync();
            await node.WaitForExitAsync().InTimeAsync();
            return node.ExitCode == 0
                ? JsonNode.Parse(await output)!
                : throw new InvalidOperationException($"wallets.mjs failed (has 'npm ci' been run at the root?):\n{await error}");
        }
        finally
        {
            if (!node.HasExited) node.Kill(entireProcessTree: true);
        }
    }
}
