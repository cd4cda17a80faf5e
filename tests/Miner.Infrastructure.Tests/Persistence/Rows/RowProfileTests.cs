using AutoMapper;
using Microsoft.Extensions.Logging.Abstractions;
using Miner.Domain.Playbooks;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Tests.Persistence.Rows;

internal sealed class RowProfileTests
{
    [Test]
    public void Configuration_OfTheProfile_IsValid() =>
        new MapperConfiguration(
            configuration => configuration.AddProfile<RowProfile>(),
            NullLoggerFactory.Instance
        ).AssertConfigurationIsValid();

    [TestCase(PlaybookChangeOutcome.NotFound, "not_found")]
    [TestCase(PlaybookChangeOutcome.Inserted, "inserted")]
    public void EnumText_WhenStoredAndReadBack_IsTheSame(PlaybookChangeOutcome outcome, string text)
    {
        Assert.That(EnumText<PlaybookChangeOutcome>.Of(outcome), Is.EqualTo(text));
        Assert.That(EnumText<PlaybookChangeOutcome>.Parse(text), Is.EqualTo(outcome));
    }

    [TestCase("NotFound")]
    [TestCase("4")]
    [TestCase("")]
    public void EnumText_WhenUnknown_ThrowsFormatException(string text) =>
        Assert.That(() => EnumText<PlaybookChangeOutcome>.Parse(text), Throws.InstanceOf<FormatException>());

    [TestCase("1970-01-01T00:00:00.000001Z", 1)]
    [TestCase("2030-01-02T03:04:05.678901Z", 1_893_553_445_678_901)]
    [TestCase("2030-01-02T05:04:05.678901+02:00", 1_893_553_445_678_901)]
    [TestCase("0001-01-01T00:00:00Z", -62_135_596_800_000_000)]
    public void UnixMicroseconds_WhenStoredAndReadBack_IsTheSameMoment(string time, long stored)
    {
        var moment = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

        Assert.That(UnixMicroseconds.Of(moment), Is.EqualTo(stored));
        Assert.That(UnixMicroseconds.Parse(stored), Is.EqualTo(moment));
    }
}
