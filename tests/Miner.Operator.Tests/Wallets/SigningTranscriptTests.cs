using Miner.Operator.Wallets.Sr25519;

namespace Miner.Operator.Tests.Wallets;

/// <summary>The challenge depends on all that is signed, and on nothing else.</summary>
[TestFixture, Category("NeedsPackages")]
internal sealed class SigningTranscriptTests
{
    private static readonly byte[] Key = new byte[32];
    private static readonly byte[] Commitment = new byte[32];

    [Test]
    public void Challenge_OfTheSame_IsTheSame()
    {
        var first = Challenge("message"u8, Key, Commitment);

        Assert.That(Challenge("message"u8, Key, Commitment), Is.EqualTo(first));
    }

    [Test]
    public void Challenge_OfAnotherMessageKeyOrCommitment_IsAnother()
    {
        byte[] other = [1, .. new byte[31]];

        Assert.That(
            new[]
            {
                Challenge("message"u8, Key, Commitment),
                Challenge("massage"u8, Key, Commitment),
                Challenge("message"u8, other, Commitment),
                Challenge("message"u8, Key, other),
            },
            Is.Unique);
    }

    [Test]
    public void Challenge_OfWhatIsPartedElsewhere_IsAnother()
    {
        // The message's last byte as the key's first one, and the other way round.
        Assert.That(Challenge("ab"u8, "c"u8, Commitment), Is.Not.EqualTo(Challenge("a"u8, "bc"u8, Commitment)));
        Assert.That(Challenge([], "abc"u8, Commitment), Is.Not.EqualTo(Challenge("abc"u8, [], Commitment)));
    }

    [Test]
    public void Challenge_OfAnything_IsAScalarBelowTheGroupOrder()
    {
        for (byte value = 0; value < 100; value++) Assert.That(Challenge([value], Key, Commitment)[^1], Is.LessThanOrEqualTo(0x10));
    }

    private static byte[] Challenge(ReadOnlySpan<byte> message, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> commitment)
    {
        using var transcript = SigningTranscript.Start(message, publicKey);
        var challenge = new byte[32];
        SigningTranscript.Challenge(transcript, commitment, challenge);
        return challenge;
    }
}
