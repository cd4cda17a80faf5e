using System.Globalization;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>What self-consistency costs and brings with a model that is right with a known probability.</summary>
[TestFixture]
internal sealed class SamplesUsedTests
{
    private const int Questions = 200;
    private const int Seed = 1;

    // A third of the questions each: easy, middling and hard ones, as on a benchmark, so that the model alone is right in 76 of 100.
    private static readonly double[] ChancesOfRight = [0.98, 0.80, 0.50];

    [Test]
    public async Task Complete_OnAScriptedUpstream_IsRightMoreOftenForFewSamples()
    {
        var (single, _) = await MeasureAsync(samples: 1);
        var (voted, used) = await MeasureAsync(samples: 8);

        var (alone, together) = ($"{single} of {Questions}", $"{voted} of {Questions}, with {Shown(used)} samples on average");
        TestContext.Out.WriteLine($"{alone} right with one sample; {together} with at most 8");
        Assert.That(alone, Is.EqualTo(Figures.Documented("scripted upstream, right in 76 of 100 samples: right with one sample")));
        Assert.That(together, Is.EqualTo(Figures.Documented("the same with `SELF_CONSISTENCY_SAMPLES=8`")));
    }

    private static async Task<(int Right, double SamplesUsed)> MeasureAsync(int samples)
    {
        await using var miner = await MinerFactory.StartAsync(
            ("SELF_CONSISTENCY_SAMPLES", samples.ToString(CultureInfo.InvariantCulture)));
        var (right, used) = (0, 0);
        for (var question = 0; question < Questions; question++)
        {
            var random = new Random(Seed + question);
            var chance = ChancesOfRight[question % ChancesOfRight.Length];
            miner.Upstream.Respond = request => StubAnswer.Choices(
                Enumerable.Range(0, (int?)request.Body["n"] ?? 1).Select(_ => $"The answer is {Sample(random, chance)}."));

            var answer = await miner.AskAsync("How many are there?");
            if (answer.Text == "The answer is 42.") right++;
            used += int.Parse(answer.Headers["X-Samples-Used"], CultureInfo.InvariantCulture);
        }

        return (right, (double)used / Questions);
    }

    private static string Shown(double samples) => samples.ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>42 is right; wrong answers are scattered over three values.</summary>
    private static int Sample(Random random, double chanceOfRight) => random.NextDouble() < chanceOfRight ? 42 : random.Next(43, 46);
}
