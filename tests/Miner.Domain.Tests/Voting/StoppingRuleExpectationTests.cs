using System.Globalization;
using Miner.Domain.Voting;
using Miner.Testing;

namespace Miner.Domain.Tests.Voting;

/// <summary>
/// What the rule comes to on the scripted upstream of docs/answers.md, not for a seed but on average over all: each course of a vote with
/// its probability.
/// </summary>
[TestFixture]
internal sealed class StoppingRuleExpectationTests
{
    private const int Most = 8;
    private const double ChanceOfTheLastCall = 0.8;

    /// <summary>As many wrong answers as the upstream scatters its mistakes over, each as likely.</summary>
    private const int Wrong = 3;

    [Test]
    public void NextWave_OnTheScriptedUpstream_ComesOnAverageToWhatTheDocumentTells()
    {
        var outcomes = new[] { 0.98, 0.80, 0.50 }.Select(chance => new Course(chance).Expect([0, 0, 0, 0], left: 0)).ToList();
        var (right, samples) = (outcomes.Average(outcome => outcome.Right), outcomes.Average(outcome => outcome.Samples));

        var told = string.Create(CultureInfo.InvariantCulture, $"{200 * right:F1} of 200 for {samples:F2}");
        TestContext.Out.WriteLine(told);
        Assert.That(told, Is.EqualTo(Figures.Documented("the same on average over all seeds, computed")));
    }

    private sealed class Course(double chance)
    {
        private readonly Dictionary<string, (double Right, double Samples)> _known = [];

        /// <param name="counts">How often the right answer was given, and each of the wrong ones.</param>
        /// <param name="left">How many samples of the wave are to come.</param>
        public (double Right, double Samples) Expect(int[] counts, int left)
        {
            Array.Sort(counts, 1, Wrong);
            var key = string.Join(' ', [.. counts, left]);
            if (!_known.TryGetValue(key, out var outcome)) _known[key] = outcome = left > 0 ? Sample(counts, left) : Next(counts);
            return outcome;
        }

        private (double Right, double Samples) Next(int[] counts)
        {
            var vote = MajorityVote.Count(
                "How many?", [.. counts.SelectMany((count, answer) => Enumerable.Repeat($"The answer is {answer + 42}.", count))]);
            if (StoppingRule.NextWave(vote, counts.Sum(), Most) is > 0 and var wave) return Expect(counts, wave);
            return vote.Lead < StoppingRule.LeastLead
                ? (counts[0] > 0 ? ChanceOfTheLastCall : chance, 1)
                : (vote.Winner!.Answer == "42" ? 1 : 0, 0);
        }

        private (double Right, double Samples) Sample(int[] counts, int left)
        {
            var (right, samples) = (0.0, 1.0);
            for (var answer = 0; answer < counts.Length; answer++)
            {
                int[] after = [.. counts];
                after[answer]++;
                var share = answer == 0 ? chance : (1 - chance) / Wrong;
                var rest = Expect(after, left - 1);
                (right, samples) = (right + (share * rest.Right), samples + (share * rest.Samples));
            }

            return (right, samples);
        }
    }
}
