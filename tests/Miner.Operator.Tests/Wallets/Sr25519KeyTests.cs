using System.Text;
using Miner.Operator.Wallets.Sr25519;
using Miner.Testing.Wallets;

namespace Miner.Operator.Tests.Wallets;

[TestFixture, Category("NeedsPackages")]
internal sealed class Sr25519KeyTests
{
    // Substrate's development account: https://docs.polkadot.com, `subkey inspect` of its phrase; the private key and the signature are of
    // Warchant/sr25519-crust, test/sr25519/ds.cpp (VerifyExisting).
    private const string Seed = "fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e";
    private const string PublicKey = "46ebddef8cd9bb167dc30878d7113b7e168e6f0646beffd77d69d39bad76b47a";
    private const string Scalar = "05d65584630d16cd4af6d0bec10f34bb504a5dcb62dba2122d49f5a663763d0a";
    private const string NonceSeed = "fd190cce74df356432b410bd64682309d6dedb27c76845daf388557cbac3ca34";
    private const string Signature =
        "4e172314444b8f820bb54c22e95076f220ed25373e5c178234aa6c211d29271244b947e3ff3418ff6b45fd1df1140c8cbff69fc58ee6dc96df70936a2bb74b82";

    private static readonly byte[] Message = "this is a message"u8.ToArray();

    // The second: polkadot-js/common, util-crypto's sr25519/pair/fromSeed.spec.ts.
    [TestCase(Seed, PublicKey)]
    [TestCase(
        "3132333435363738393031323334353637383930313233343536373839303132",
        "741c08a06f41c596608f6774259bd9043304adfa5d3eea62760bd9be97634d63")]
    public void FromMiniSecret_GivesThePublishedPublicKey(string seed, string publicKey)
    {
        using var key = Sr25519Key.FromMiniSecret(Convert.FromHexString(seed));

        Assert.That(Convert.ToHexStringLower(key.PublicKey), Is.EqualTo(publicKey));
    }

    [TestCase(Scalar)]
    [TestCase("28b0ae221c6bb06856b287f60d7ea0d98552ea5a16db16956849aa371db3eb51", Description = "times 8")]
    public void FromPrivateKey_InEitherEncoding_GivesTheSameKey(string scalar)
    {
        using var key = Sr25519Key.FromPrivateKey(Convert.FromHexString(scalar + NonceSeed), Convert.FromHexString(PublicKey));

        Assert.That(Convert.ToHexStringLower(key!.PublicKey), Is.EqualTo(PublicKey));
        Assert.That(Sr25519Signature.Verify(Convert.FromHexString(PublicKey), Message, key.Sign(Message)), Is.True);
    }

    [TestCase("06d65584630d16cd4af6d0bec10f34bb504a5dcb62dba2122d49f5a663763d0a", Description = "another scalar")]
    [TestCase("05d65584630d16cd4af6d0bec10f34bb504a5dcb62dba2122d49f5a663763d8a", Description = "the highest bit set")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void FromPrivateKey_WhenNeitherEncodingFits_GivesNone(string scalar) => Assert.That(
        Sr25519Key.FromPrivateKey(Convert.FromHexString(scalar + NonceSeed), Convert.FromHexString(PublicKey)), Is.Null);

    [Test]
    public void Verify_OfThePublishedSignature_Holds() =>
        Assert.That(Sr25519Signature.Verify(Convert.FromHexString(PublicKey), Message, Convert.FromHexString(Signature)), Is.True);

    [Test]
    public void Verify_WithAnyByteOfTheSignatureChanged_DoesNotHold([Range(0, Sr25519Signature.Length - 1)] int index)
    {
        var signature = Convert.FromHexString(Signature);
        signature[index] ^= 1;

        Assert.That(Sr25519Signature.Verify(Convert.FromHexString(PublicKey), Message, signature), Is.False);
    }

    [Test]
    public void Verify_OfAnotherMessageOrKey_DoesNotHold()
    {
        var signature = Convert.FromHexString(Signature);
        using var other = Sr25519Key.FromMiniSecret(new byte[32]);

        Assert.That(Sr25519Signature.Verify(Convert.FromHexString(PublicKey), "this is a massage"u8, signature), Is.False);
        Assert.That(Sr25519Signature.Verify(other.PublicKey, Message, signature), Is.False);
    }

    [Test]
    public void Verify_WithoutTheMarker_DoesNotHold()
    {
        var signature = Convert.FromHexString(Signature);
        signature[^1] ^= Sr25519Signature.Marker;

        Assert.That(Sr25519Signature.Verify(Convert.FromHexString(PublicKey), Message, signature), Is.False);
    }

    [Test]
    public void Verify_OfAScalarPlusTheGroupOrder_DoesNotHold()
    {
        var order = Convert.FromHexString("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        var signature = Convert.FromHexString(Signature);
        var carry = 0;
        for (var index = 0; index < 32; index++)
        {
            var marker = index == 31 ? Sr25519Signature.Marker : 0;
            carry += (signature[32 + index] & ~marker) + order[index];
            signature[32 + index] = (byte)(carry | marker);
            carry >>= 8;
        }

        Assert.That(Sr25519Signature.Verify(Convert.FromHexString(PublicKey), Message, signature), Is.False);
    }

    [Test]
    public void Sign_OfTheSameMessageTwice_GivesDifferentSignaturesThatHold()
    {
        using var key = Sr25519Key.FromMiniSecret(Convert.FromHexString(Seed));

        var signatures = new[] { key.Sign(Message), key.Sign(Message) };

        Assert.That(signatures[0], Is.Not.EqualTo(signatures[1]));
        foreach (var signature in signatures) Assert.That(Sr25519Signature.Verify(key.PublicKey, Message, signature), Is.True);
    }

    [Test]
    public async Task Sign_WithGivenRandomness_GivesTheSignatureOfAnotherImplementation()
    {
        const string message = "https://miner.example.org<seperate>k\u00e9y";
        var randomness = Enumerable.Range(1, 32).Select(value => (byte)value).ToArray();
        using var key = Sr25519Key.FromMiniSecret(Convert.FromHexString(Seed));

        var signature = key.Sign(Encoding.UTF8.GetBytes(message), randomness);

        Assert.That(signature, Is.EqualTo(await OtherWallets.SignAsync(Seed, message, randomness)));
    }
}
