using System.Globalization;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>What self-consistency costs and brings with a model that is right with a known probability.</summary>
[TestFixture, Category("Long")]
internal sealed class SamplesUsedTests
{
    private const int Questions = 200;
    private static readonly int[] Seeds = [1, 1001, 2001];

    // A third of the questions each: easy, middling and hard ones, as on a benchmark, so that the model alone is right in 76 of 100.
    private static readonly double[] ChancesOfRight = [0.98, 0.80, 0.50];

    [Test]
    public async Task Complete_OnAScriptedUpstream_IsRightMoreOftenForFewSamples()
    {
        var (single, _) = await MeasureAsync(samples: 1, Seeds[0]);
        var alone = $"{single} of {Questions}";
        TestContext.Out.WriteLine($"{alone} right with one sample");
        Assert.That(alone, Is.EqualTo(Figures.Documented("scripted upstream, right in 76 of 100 samples: right with one sample")));

        var voted = new List<string>();
        foreach (var seed in Seeds)
        {
            var (right, used) = await MeasureAsync(samples: 8, seed);
            voted.Add($"{right} of {Questions} for {Shown(used)}");
        }

        var together = string.Join(", ", voted);
        TestContext.Out.WriteLine($"{together} samples on average, with at most 8");
        Assert.That(
            together, Is.EqualTo(Figures.Documented("the same with `SELF_CONSISTENCY_SAMPLES=8`, three seeds: right, and samples")));
    }

    private static async Task<(int Right, double SamplesUsed)> MeasureAsync(int samples, int seed)
    {
        await using var miner = await MinerFactory.StartAsync(
            ("SELF_CONSISTENCY_SAMPLES", samples.ToString(CultureInfo.InvariantCulture)));
        var (right, used) = (0, 0);
        for (var question = 0; question < Questions; question++)
        {
            var random = new Random(seed + question);
            var chance = ChancesOfRight[question % ChancesOfRight.Length];
            miner.Upstream.Respond = request => StubAnswer.Choices(Enumerable.Range(0, (int?)request.Body["n"] ?? 1)
                .Select(_ => $"The answer is {Answer(request.LastMessage, random, chance)}."));

            var answer = await miner.AskAsync("How many are there?");
            if (answer.Text == "The answer is 42.") right++;
            used += int.Parse(answer.Headers["X-Samples-Used"], CultureInfo.InvariantCulture);
        }

        return (right, (double)used / Questions);
    }

    /// <summary>
    /// A model that is shown candidates is assumed to be right in 80 of 100 questions where the right answer is among them, and as good as
    /// a sample where it is not.
    /// </summary>
    private static int Answer(string prompt, Random random, double chanceOfRight) =>
        prompt.Contains("[candidate 1", StringComparison.Ordinal) && prompt.Contains("The answer is 42.", StringComparison.Ordinal)
            ? random.NextDouble() < 0.8 ? 42 : 43
            : Sample(random, chanceOfRight);

    private static string Shown(double samples) => samples.ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>42 is right; wrong answers are scattered over three values.</summary>
    private static int Sample(Random random, double chanceOfRight) => random.NextDouble() < chanceOfRight ? 42 : random.Next(43, 46);
}
