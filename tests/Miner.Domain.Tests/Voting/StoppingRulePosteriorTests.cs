using Miner.Domain.Voting;
using Miner.Mathematics.Numbers;

namespace Miner.Domain.Tests.Voting;

/// <summary>The rule against its definition: the posterior of the two largest shares, integrated exactly.</summary>
[TestFixture]
internal sealed class StoppingRulePosteriorTests
{
    private const int Most = 16;

    [Test]
    public void NextWave_OfOneToThreeAnswers_IsTheLeastThatTheExactPosteriorAllowsOrThatMakesFour()
    {
        for (var leader = 1; leader <= 7; leader++)
        {
            for (var second = 0; second <= leader; second++)
            {
                for (var third = 0; third <= second; third++)
                {
                    var asked = leader + second + third;
                    for (var most = asked; most <= Most; most++)
                    {
                        int[] counts = [leader, .. new[] { second, third }.Where(count => count > 0)];
                        Assert.That(
                            StoppingRule.NextWave(Vote(counts), asked, most),
                            Is.EqualTo(Least(counts, second, most - asked)),
                            $"{leader}, {second}, {third}, at most {most}");
                    }
                }
            }
        }
    }

    /// <summary>A third answer, behind the second, has no say in the decision: it is one step to the four that end a vote.</summary>
    private static int Least(int[] counts, int second, int left)
    {
        for (var wave = 0; wave <= left; wave++)
        {
            if (IsDecided(counts[0] + wave, second)) return counts[0] - second < 2 ? Math.Min(wave, 4 - counts.Length) : wave;
        }

        return 0;
    }

    /// <summary>As small counts come out by hand: 3 to 1 has the odds 1 - (1 + 5)/32 = 13/16, less than 5/6; 4 to 1 has 57/64.</summary>
    [TestCase(1, 0, false)]
    [TestCase(2, 0, true)]
    [TestCase(3, 1, false)]
    [TestCase(4, 1, true)]
    [TestCase(4, 2, false)]
    [TestCase(5, 2, true)]
    public void Posterior_OfSmallCounts_IsAsByHand(int leader, int second, bool isDecided) =>
        Assert.That(IsDecided(leader, second), Is.EqualTo(isDecided));

    private static bool IsDecided(int leader, int second)
    {
        if (leader - second < StoppingRule.LeastLead) return false;
        return Integral(leader, second, from: new Rational(1, 2)) >= new Rational(5, 6) * Integral(leader, second, from: Rational.Zero);
    }

    /// <summary>The integral of p^leader (1 - p)^second up to 1: the power is multiplied out, and each term integrated.</summary>
    private static Rational Integral(int leader, int second, Rational from)
    {
        var (sum, ways) = (Rational.Zero, Rational.One);
        for (var power = 0; power <= second; power++)
        {
            var exponent = leader + power + 1;
            sum += ways * (Rational.One - from.Pow(exponent)) / exponent;
            ways = -ways * (second - power) / (power + 1);
        }

        return sum;
    }

    private static MajorityVote Vote(params int[] counts) => MajorityVote.Count(
        "How many?", [.. counts.SelectMany((count, answer) => Enumerable.Repeat($"The answer is {answer + 1}.", count))]);
}
