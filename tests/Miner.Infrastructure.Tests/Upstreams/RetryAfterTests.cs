using System.Globalization;
using System.Net;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Tests.Upstreams;

internal sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [TestCase("300", null, 0.3)]
    [TestCase("300", "30", 0.3)]
    [TestCase("1500.5", "30", 1.5005)]
    [TestCase("99999999999999999999", null, 3600)]
    [TestCase(null, "30", 30)]
    [TestCase(null, "Sun, 01 Mar 2026 12:00:09 GMT", 9)]
    [TestCase(null, "2000000000", 3600)]
    [TestCase(null, "2147483648", 3600)]
    [TestCase(null, "30.5", 30.5)]
    public void Read_WhenAWaitIsAskedFor_GivesIt(string? milliseconds, string? seconds, double expected) =>
        Assert.That(Read(milliseconds, seconds), Is.EqualTo(TimeSpan.FromSeconds(expected)));

    [TestCase("0", "30")]
    [TestCase("", null)]
    [TestCase(null, "0")]
    [TestCase(null, "soon")]
    [TestCase(null, "NaN")]
    [TestCase(null, "-30")]
    [TestCase(null, "Sun, 01 Mar 2026 11:00:00 GMT")]
    [TestCase(null, null)]
    public void Read_WhenNothingSensibleIsAskedFor_IsNull(string? milliseconds, string? seconds) =>
        Assert.That(Read(milliseconds, seconds), Is.Null);

    [TestCase("NaN")]
    [TestCase("-300")]
    [TestCase("\u221E")]
    [TestCase("Infinity")]
    [TestCase("1e3")]
    [TestCase("soon")]
    public void Read_WhenTheFinerHeaderIsNoNumber_TakesTheOther(string milliseconds)
    {
        Assert.That(Read(milliseconds, "30"), Is.EqualTo(TimeSpan.FromSeconds(30)));
        Assert.That(Read(milliseconds, null), Is.Null);
    }

    private static TimeSpan? Read(string? milliseconds, string? seconds)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        if (milliseconds is not null) response.Headers.TryAddWithoutValidation("retry-after-ms", milliseconds);
        if (seconds is not null) response.Headers.TryAddWithoutValidation("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
        return RetryAfter.Read(response, Now);
    }
}
