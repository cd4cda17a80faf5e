namespace Miner.Domain.Voting;

/// <summary>
/// When a vote of samples has told enough. A vote is decided where one answer leads by two or more, and is with odds of five to one what
/// the model gives most often (Adaptive-Consistency, arXiv:2305.11860: the posterior of the two largest shares under a uniform prior).
/// </summary>
public static class StoppingRule
{
    /// <summary>No smaller lead tells a majority from chance.</summary>
    public const int LeastLead = 2;

    private const double LeastOdds = 5.0 / 6;

    /// <summary>So many answers that differ, none ahead, seldom come to a majority.</summary>
    private const int ManyAnswers = 4;

    /// <summary>
    /// How many samples to ask for next: those after which the vote can end at the soonest, by a decision or by four different answers of
    /// which none leads, so that none is asked for in vain; 0 where the vote has ended, or no decision is within the limit, or two samples
    /// came to no answer.
    /// </summary>
    /// <param name="asked">How many samples were asked for.</param>
    /// <param name="most">How many may be asked for in all.</param>
    public static int NextWave(MajorityVote vote, int asked, int most)
    {
        if (vote.Groups.Count == 0) return Math.Clamp(LeastLead - asked, 0, most - asked);
        var leads = vote.Lead >= LeastLead;
        if (!leads && vote.Groups.Count >= ManyAnswers) return 0;
        var leader = vote.Groups[0].Count;
        var second = leader - (vote.Groups.Count > 1 ? vote.Lead : leader);
        for (var wave = 0; wave <= most - asked; wave++)
        {
            if (leader + wave - second < LeastLead || Odds(leader + wave, second) < LeastOdds) continue;
            return leads ? wave : Math.Min(wave, ManyAnswers - vote.Groups.Count);
        }

        return 0;
    }

    /// <summary>
    /// The chance that the leader's share is the larger: that of at most <paramref name="leader"/> heads in a toss of
    /// <paramref name="leader"/> + <paramref name="second"/> + 1 coins, which is what the Beta distribution comes to at one half.
    /// </summary>
    private static double Odds(int leader, int second)
    {
        var coins = leader + second + 1;
        var (ways, sum) = (1.0, 0.0);
        for (var heads = 0; heads <= leader; heads++)
        {
            sum += ways;
            ways = ways * (coins - heads) / (heads + 1);
        }

        return sum / Math.Pow(2, coins);
    }
}
