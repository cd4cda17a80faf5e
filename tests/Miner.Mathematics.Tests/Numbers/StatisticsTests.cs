using Miner.Mathematics.Numbers;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Numbers;

internal sealed class StatisticsTests
{
    [TestCase(new[] { 4 }, "4", "4", "4", "0")]
    [TestCase(new[] { 3, 1, 2 }, "2", "2", "", "2")]
    [TestCase(new[] { 1, 2, 2, 10 }, "3.75", "2", "2", "9")]
    [TestCase(new[] { 1, 1, 2, 2, 5 }, "2.2", "2", "1, 2", "4")]
    [TestCase(new[] { -5, 5, 5 }, "5/3", "5", "5", "10")]
    public void Measures_AreExact(int[] numbers, string mean, string median, string modes, string range)
    {
        var values = Values(numbers);

        Assert.That(Statistics.Mean(values).ToString(), Is.EqualTo(mean));
        Assert.That(Statistics.Median(values).ToString(), Is.EqualTo(median));
        Assert.That(string.Join(", ", Statistics.Modes(values)), Is.EqualTo(modes));
        Assert.That(Statistics.Range(values).ToString(), Is.EqualTo(range));
    }

    [Test]
    public void Variance_OfASampleIsLarger()
    {
        var values = Values(2, 4, 4, 4, 5, 5, 7, 9);

        Assert.That(Statistics.PopulationVariance(values), Is.EqualTo((Rational)4));
        Assert.That(Statistics.SampleVariance(values), Is.EqualTo(new Rational(32, 7)));
    }

    [Test]
    public void SampleVariance_WhenThereIsOneValue_Throws() =>
        Assert.That(() => Statistics.SampleVariance(Values(5)), Throws.TypeOf<DivideByZeroException>());

    [Property]
    public bool Median_HasAsManyBelowAsAbove(short[] numbers)
    {
        if (numbers.Length == 0) return true;
        var values = Values([.. numbers.Select(number => (int)number)]);
        var median = Statistics.Median(values);
        return 2 * values.Count(value => value < median) <= values.Count && 2 * values.Count(value => value > median) <= values.Count;
    }

    private static List<Rational> Values(params int[] numbers) => [.. numbers.Select(number => (Rational)number)];
}
