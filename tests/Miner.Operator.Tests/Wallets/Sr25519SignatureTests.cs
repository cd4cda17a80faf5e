using Miner.Operator.Wallets.Sr25519;

namespace Miner.Operator.Tests.Wallets;

/// <summary>Signatures over messages of any length, and what is none.</summary>
[TestFixture, Category("NeedsPackages")]
internal sealed class Sr25519SignatureTests
{
    private static readonly byte[] Seed = [.. Enumerable.Range(1, Sr25519Key.MiniSecretLength).Select(value => (byte)value)];

    /// <summary>The sponge takes 166 bytes at a time: messages that end before, at and behind its borders.</summary>
    [Test]
    public void Verify_OfAMessageOfAnyLength_HoldsAndForNoOther(
        [Values(0, 1, 31, 32, 100, 127, 128, 129, 164, 165, 166, 167, 168, 331, 332, 333, 4_096, 100_000)] int length)
    {
        using var key = Sr25519Key.FromMiniSecret(Seed);
        var message = Message(length);

        var signature = key.Sign(message);

        Assert.Multiple(() =>
        {
            Assert.That(Sr25519Signature.Verify(key.PublicKey, message, signature), Is.True);
            Assert.That(Sr25519Signature.Verify(key.PublicKey, [.. message, 0], signature), Is.False, "longer");
            if (length > 0) Assert.That(Sr25519Signature.Verify(key.PublicKey, message.AsSpan(1), signature), Is.False, "shorter");
        });
    }

    [TestCase(0)]
    [TestCase(63)]
    [TestCase(65)]
    public void Verify_OfASignatureOfAnotherLength_DoesNotHold(int length)
    {
        using var key = Sr25519Key.FromMiniSecret(Seed);
        var signature = key.Sign("m"u8);
        Array.Resize(ref signature, length);
        if (length > 0) signature[^1] |= Sr25519Signature.Marker;

        Assert.That(Sr25519Signature.Verify(key.PublicKey, "m"u8, signature), Is.False);
    }

    [TestCase(0)]
    [TestCase(31)]
    [TestCase(33)]
    public void Verify_WithAKeyOfAnotherLength_DoesNotHold(int length)
    {
        using var key = Sr25519Key.FromMiniSecret(Seed);
        var publicKey = key.PublicKey.ToArray();
        Array.Resize(ref publicKey, length);

        Assert.That(Sr25519Signature.Verify(publicKey, "m"u8, key.Sign("m"u8)), Is.False);
    }

    /// <summary>The identity, with which anybody could sign; numbers that no point is written as.</summary>
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    [TestCase("0100000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    public void Verify_WithWhatIsNoPoint_DoesNotHold(string point)
    {
        using var key = Sr25519Key.FromMiniSecret(Seed);
        var signature = key.Sign("m"u8);
        var forged = signature.ToArray();
        Convert.FromHexString(point).CopyTo(forged, 0);

        Assert.That(Sr25519Signature.Verify(Convert.FromHexString(point), "m"u8, signature), Is.False, "as a key");
        Assert.That(Sr25519Signature.Verify(key.PublicKey, "m"u8, forged), Is.False, "as a commitment");
    }

    [Test]
    public void Verify_OfASignatureByAnotherKey_DoesNotHold()
    {
        using var key = Sr25519Key.FromMiniSecret(Seed);
        using var other = Sr25519Key.FromMiniSecret(Seed.Reverse().ToArray());

        Assert.That(Sr25519Signature.Verify(other.PublicKey, "m"u8, key.Sign("m"u8)), Is.False);
    }

    [Test]
    public void Verify_OfRandomBytes_NeverHoldsAndNeverThrows()
    {
        using var key = Sr25519Key.FromMiniSecret(Seed);
        var random = new Random(20251124);
        var signature = new byte[Sr25519Signature.Length];
        for (var round = 0; round < 500; round++)
        {
            random.NextBytes(signature);
            signature[^1] |= Sr25519Signature.Marker;
            Assert.That(Sr25519Signature.Verify(key.PublicKey, "m"u8, signature), Is.False);
        }
    }

    private static byte[] Message(int length) => [.. Enumerable.Range(0, length).Select(index => (byte)(index * 7))];
}
