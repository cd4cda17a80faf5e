using System.Buffers;
using System.Text;
using System.Text.Json;
using Miner.Operator.Files;
using Miner.Operator.Wallets.Sr25519;

namespace Miner.Operator.Wallets;

/// <summary>
/// A plain key file of Bittensor: JSON with <c>accountId</c>, <c>publicKey</c>, <c>privateKey</c>, <c>secretPhrase</c>, <c>secretSeed</c>
/// and
/// <c>ss58Address</c>, of which any may be missing, null or empty. Read without making strings of its secrets, which could not be wiped.
/// </summary>
internal sealed class KeyFile : IDisposable
{
    private readonly List<byte[]> _publicKeys = [];
    private SecretBytes? _phrase;
    private SecretBytes? _seed;
    private SecretBytes? _privateKey;
    private bool _isEd25519;

    private KeyFile()
    {
    }

    /// <param name="json">The whole file, UTF-8.</param>
    /// <exception cref="OperatorException">It is no such file; the message repeats nothing of it.</exception>
    public static KeyFile Parse(ReadOnlySpan<byte> json)
    {
        var file = new KeyFile();
        try
        {
            file.Read(new Utf8JsonReader(json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json));
            return file;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            file.Dispose();
            // Without the exception, which may quote the file.
            throw new OperatorException("The key file is not a Bittensor key file: a JSON object of texts.");
        }
        catch (OperatorException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The key of the phrase, the seed or the private key: the first that is there, checked against all that tells its public key.
    /// </summary>
    /// <exception cref="OperatorException">There is none, it is malformed, or it does not belong to the file's public key.</exception>
    public Sr25519Key ToKey()
    {
        if (_isEd25519)
        {
            throw new OperatorException(
                "The key is an ed25519 one (cryptoType 0), and registering takes a signature of an sr25519 key (cryptoType 1): use a "
                + "wallet whose coldkey is one.");
        }

        var key =
            _phrase is not null ? FromPhrase(_phrase.Span)
            : _seed is not null ? Sr25519Key.FromMiniSecret(_seed.Span)
            : _privateKey is not null ? FromPrivateKey(_privateKey.Span)
            : throw new OperatorException("The key file holds no secret: neither secretPhrase nor secretSeed nor privateKey.");
        if (_publicKeys.TrueForAll(publicKey => key.PublicKey.SequenceEqual(publicKey))) return key;
        key.Dispose();
        throw new OperatorException("The key file's secret does not belong to its public key or address.");
    }

    public void Dispose()
    {
        _phrase?.Dispose();
        _seed?.Dispose();
        _privateKey?.Dispose();
    }

    private static Sr25519Key FromPhrase(ReadOnlySpan<byte> phrase)
    {
        using var miniSecret = Mnemonic.ToMiniSecret(phrase)
            ?? throw new OperatorException("The key file's secretPhrase is not a phrase of 12 to 24 English words (BIP-39).");
        return Sr25519Key.FromMiniSecret(miniSecret.Span);
    }

    private Sr25519Key FromPrivateKey(ReadOnlySpan<byte> privateKey)
    {
        if (_publicKeys.Count == 0)
        {
            throw new OperatorException(
                "The key file's privateKey has no publicKey, accountId or ss58Address beside it to tell its encoding by.");
        }

        return Sr25519Key.FromPrivateKey(privateKey, _publicKeys[0])
            ?? throw new OperatorException("The key file's privateKey belongs to its public key in neither encoding.");
    }

    private void Read(Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) ReadProperty(ref reader);
        // Reads on, since something behind the object makes it no JSON.
        if (reader.TokenType != JsonTokenType.EndObject || reader.Read()) throw new JsonException();
    }

    private void ReadProperty(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("secretPhrase"u8)) Replace(ref _phrase, ReadText(ref reader));
        else if (reader.ValueTextEquals("secretSeed"u8)) Replace(ref _seed, ReadHex(ref reader, "secretSeed", Sr25519Key.MiniSecretLength));
        else if (reader.ValueTextEquals("privateKey"u8))
            Replace(ref _privateKey, ReadHex(ref reader, "privateKey", Sr25519Key.PrivateLength));
        else if (reader.ValueTextEquals("publicKey"u8)) AddPublicKey(ReadHex(ref reader, "publicKey", Sr25519Key.PublicLength));
        else if (reader.ValueTextEquals("accountId"u8)) AddPublicKey(ReadHex(ref reader, "accountId", Sr25519Key.PublicLength));
        else if (reader.ValueTextEquals("ss58Address"u8)) AddAddress(ref reader);
        else if (reader.ValueTextEquals("cryptoType"u8)) ReadCryptoType(ref reader);
        else reader.Skip();
    }

    private static void Replace(ref SecretBytes? field, SecretBytes? value)
    {
        field?.Dispose();
        field = value;
    }

    private void AddPublicKey(SecretBytes? publicKey)
    {
        if (publicKey is not null) _publicKeys.Add(publicKey.Span.ToArray());
    }

    private void AddAddress(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.GetString() is not { Length: > 0 } address) return;
        if (!Ss58Address.TryParse(address, out var publicKey))
            throw new OperatorException("The key file's ss58Address is not an SS58 address of format 42.");
        _publicKeys.Add(publicKey);
    }

    /// <summary>1 or nothing for sr25519; of the others only 0 is in use.</summary>
    private void ReadCryptoType(ref Utf8JsonReader reader)
    {
        reader.Read();
        _isEd25519 = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var type) && type == 0;
        reader.TrySkip();
    }

    private static SecretBytes? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return null;
        var text = new SecretBytes(reader.ValueSpan.Length);
        text.Truncate(reader.CopyString(text.Span));
        if (text.Length > 0) return text;
        text.Dispose();
        return null;
    }

    private static SecretBytes? ReadHex(ref Utf8JsonReader reader, string name, int length)
    {
        using var text = ReadText(ref reader);
        if (text is null) return null;
        var digits = text.Span.StartsWith("0x"u8) ? text.Span[2..] : text.Span;
        if (digits.Length == 0) return null;
        var bytes = new SecretBytes(length);
        if (digits.Length == 2 * length && Convert.FromHexString(digits, bytes.Span, out _, out _) == OperationStatus.Done) return bytes;
        bytes.Dispose();
        throw new OperatorException($"The key file's {name} is not {length} bytes as hex digits.");
    }
}
