using Miner.Operator.Doctor;

namespace Miner.Operator.Tests.Doctor;

/// <summary>What each way to fail is called, and that something can be done about it.</summary>
[TestFixture]
internal sealed class FaultsTests
{
    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(3);

    [Test]
    public void Describe_OfAnyFailure_SaysWhatToDo([Values] CallFault fault)
    {
        var check = Faults.Describe("health", new CallFailure(fault, Latency));

        Assert.That(check.Passed, Is.False);
        Assert.That((check.Name, check.Latency), Is.EqualTo(("health", (TimeSpan?)Latency)));
        Assert.That(check.Detail, Does.EndWith("."));
        Assert.That(check.Remedy, Is.Not.Empty);
    }

    [Test]
    public void Describe_OfAnyFailure_CallsEachByAnotherName() =>
        Assert.That(
            Enum.GetValues<CallFault>().Select(fault => Faults.Describe("health", new CallFailure(fault, Latency)).Detail), Is.Unique);

    [Test]
    public void Describe_OfAnyStatus_NamesItAndSaysWhatToDo([Range(300, 599)] int status)
    {
        var check = Faults.Describe("complete", Answer(status));

        Assert.That(check.Detail, Does.Contain($"({status})"));
        Assert.That(check.Remedy, Is.Not.Empty);
    }

    [TestCase(301, "https://elsewhere.example/path?secret=1#part", "A redirect (301) to https://elsewhere.example/path.")]
    [TestCase(302, "/relative", "A redirect (302).")]
    public void Describe_OfARedirect_SaysWhereItLeads(int status, string location, string told) => Assert.That(
        Faults.Describe("complete", Answer(status) with { Location = new Uri(location, UriKind.RelativeOrAbsolute) }).Detail,
        Is.EqualTo(told));

    [TestCase(null, "Over the rate limit (429).")]
    [TestCase(0.4, "Over the rate limit (429), asking to wait 0 s.")]
    [TestCase(75, "Over the rate limit (429), asking to wait 75 s.")]
    public void Describe_OfARateLimit_SaysForHowLong(double? seconds, string told)
    {
        var answer = Answer(429) with { RetryAfter = seconds is { } wait ? TimeSpan.FromSeconds(wait) : null };

        Assert.That(Faults.Describe("complete", answer).Detail, Is.EqualTo(told));
    }

    [Test]
    public void Describe_OfACertificate_IsNoFault()
    {
        var certificate = new CallCertificate(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, IsTrusted: true, IsForHost: true, Latency);

        Assert.That(() => Faults.Describe("tls", certificate), Throws.ArgumentException);
    }

    private static CallAnswer Answer(int status) => new(status, ReadOnlyMemory<byte>.Empty, DateTimeOffset.UnixEpoch, Latency);
}
