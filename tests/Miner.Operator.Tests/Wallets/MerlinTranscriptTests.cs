using Miner.Operator.Wallets.Sr25519;

namespace Miner.Operator.Tests.Wallets;

[TestFixture]
internal sealed class MerlinTranscriptTests
{
    // The two vectors of gtank/merlin (merlin_test.go), which were made with the original in Rust. The second is long enough to permute
    // the STROBE state within a message.
    [Test]
    public void Challenge_AfterOneMessage_IsThePublishedOne()
    {
        using var transcript = new MerlinTranscript("test protocol"u8);
        transcript.Append("some label"u8, "some data"u8);

        Assert.That(Challenge(transcript), Is.EqualTo("d5a21972d0d5fe320c0d263fac7fffb8145aa640af6e9bca177c03c7efcf0615"));
    }

    [Test]
    public void Challenge_AfterManyLongMessages_IsThePublishedOne()
    {
        using var transcript = new MerlinTranscript("test protocol"u8);
        transcript.Append("step1"u8, "some data"u8);
        var data = new byte[1024];
        data.AsSpan().Fill(99);

        var challenge = "";
        for (var round = 0; round < 32; round++)
        {
            challenge = Challenge(transcript);
            transcript.Append("bigdata"u8, data);
            transcript.Append("challengedata"u8, Convert.FromHexString(challenge));
        }

        Assert.That(challenge, Is.EqualTo("a8c933f54fae76e3f9bea93648c1308e7dfa2152dd51674ff3ca438351cf003c"));
    }

    [Test]
    public void Witness_LeavesTheTranscriptAsItIs()
    {
        using var transcript = new MerlinTranscript("test protocol"u8);
        transcript.Append("some label"u8, "some data"u8);

        transcript.Witness("signing"u8, new byte[32], new byte[32], new byte[64]);

        Assert.That(Challenge(transcript), Is.EqualTo("d5a21972d0d5fe320c0d263fac7fffb8145aa640af6e9bca177c03c7efcf0615"));
    }

    private static string Challenge(MerlinTranscript transcript)
    {
        Span<byte> challenge = stackalloc byte[32];
        transcript.Challenge("challenge"u8, challenge);
        return Convert.ToHexStringLower(challenge);
    }
}
