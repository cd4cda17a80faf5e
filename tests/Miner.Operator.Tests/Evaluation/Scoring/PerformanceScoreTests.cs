using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation.Scoring;

internal sealed class PerformanceScoreTests
{
    // 0.5^5 = 1/32; 0.9^5 = 0.59049; 0.8^5 = 0.32768; 0.2^5 = 0.00032
    [TestCase(100, 100)]
    [TestCase(90, 59.049)]
    [TestCase(80, 32.768)]
    [TestCase(50, 3.125)]
    [TestCase(20, 0.032)]
    [TestCase(0, 0)]
    public void Scale_TakesTheFifthPowerOfTheFraction(double raw, double expected) =>
        Assert.That(PerformanceScore.Scale(raw, 5), Is.EqualTo(expected).Within(1e-9));

    // 59.049 / (59.049 + 32.768 + 3.125) = 59.049 / 94.942
    [Test]
    public void Normalise_IsTheFractionOfTheSumOfAll() =>
        Assert.That(PerformanceScore.Normalise(59.049, 94.942), Is.EqualTo(0.621948).Within(1e-6));

    [Test]
    public void Normalise_WhenNobodyHasPoints_IsZero() => Assert.That(PerformanceScore.Normalise(0, 0), Is.Zero);

    [Test]
    public void Raw_IsTheMeanOfAllAnswersInTheWindow()
    {
        var score = new RollingScore();
        score.Add(70);
        score.Add(0);
        score.Add(95);

        Assert.That(score.Raw, Is.EqualTo(55).Within(1e-9));
    }

    [Test]
    public void Raw_OnceTheWindowIsFull_ForgetsTheOldest()
    {
        var score = new RollingScore(window: 3);
        foreach (var total in new[] { 100.0, 40, 60, 80 }) score.Add(total);

        Assert.That(score.Raw, Is.EqualTo(60).Within(1e-9));
    }

    [Test]
    public void Raw_OfTheSubnetsWindow_IsTheMeanOf256Answers()
    {
        var score = new RollingScore();
        score.Add(0);
        for (var answer = 0; answer < 255; answer++) score.Add(100);
        var full = score.Raw;
        score.Add(100);

        // 255 × 100 / 256, then the zero has left the window.
        Assert.That(full, Is.EqualTo(99.609375).Within(1e-9));
        Assert.That(score.Raw, Is.EqualTo(100).Within(1e-9));
    }

    [Test]
    public void Raw_BeforeTheFirstAnswer_IsZero() => Assert.That(new RollingScore().Raw, Is.Zero);
}
