using System.Globalization;
using System.Text;
using Miner.Domain.Components;
using Miner.Domain.Voting;
using Miner.Offline.Answers;
using Miner.Offline.Text;

namespace Miner.Offline.Review;

/// <summary>
/// The majority of previous outputs: by their final answers, else by their text, else the one that shares most with the others.
/// </summary>
internal static class Aggregator
{
    public static string Aggregate(ComponentInput input)
    {
        var outputs = OfflineAnswer.Previous(input).Where(output => output.Length > 0).ToList();
        if (outputs.Count == 0) return "There are no previous outputs to aggregate.";

        var vote = MajorityVote.Count(input.Question, outputs);
        if (vote.Winner is not null) return vote.Format();

        var groups = vote.Unreadable.Concat(vote.Groups).OrderByDescending(group => group.Count).ToList();
        return groups[0].Count > 1 || groups.Count == 1 ? Majority(groups, outputs.Count) : MostAlike(outputs);
    }

    private static string Majority(List<VoteGroup> groups, int count)
    {
        var text = new StringBuilder();
        var rank = groups[0].Count * 2 > count ? "Consensus" : "No majority";
        text.Append(CultureInfo.InvariantCulture, $"{rank}: {groups[0].Count} of {count} outputs say the same.\n\n{groups[0].Fullest}");
        if (groups.Count > 1) text.Append("\n\nThe others:");
        foreach (var group in groups.Skip(1)) text.Append(CultureInfo.InvariantCulture, $"\n- {group.Answer} ({group.Count} of {count})");
        return text.ToString();
    }

    private static string MostAlike(List<string> outputs)
    {
        var terms = outputs.ConvertAll(output => Terms.Of(output).ToHashSet());
        var best = Enumerable.Range(0, outputs.Count).MaxBy(index => terms.Sum(other => Terms.Overlap(terms[index], other)));
        return $"No two of the {outputs.Count} outputs are worded alike. Output {best + 1} shares most words with the others:\n\n"
            + outputs[best];
    }
}
