using System.Globalization;
using System.Text;
using Miner.Mathematics.Answers;
using Miner.Mathematics.Answers.Extraction;
using Miner.Mathematics.Language;

namespace Miner.Domain.Voting;

/// <summary>
/// A vote of several outputs to one question. Outputs are grouped by their final answer: one joins the first group whose answers are all
/// equivalent to its own, and founds a group of its own otherwise, so that a vague answer cannot bring together two that contradict each
/// other. An output without a final answer never stands in a group with one that has. A reply that is nothing but a word or a short phrase
/// (<c>Yes</c>) is a final answer only where another output announces that very one, or more than half of the outputs give it: else it
/// takes a reader to tell which phrases mean the same.
/// </summary>
public sealed class MajorityVote
{
    private MajorityVote(int outputCount, IReadOnlyList<VoteGroup> groups, IReadOnlyList<VoteGroup> unreadable) =>
        (OutputCount, Groups, Unreadable) = (outputCount, groups, unreadable);

    /// <summary>All outputs, readable or not: what a majority is counted against.</summary>
    public int OutputCount { get; }

    /// <summary>Groups of equal final answers, the largest first, of equals the one whose answer came first.</summary>
    public IReadOnlyList<VoteGroup> Groups { get; }

    /// <summary>
    /// Outputs without a final answer, not blank, grouped by their text but for case and blanks, in the same order; their answer is the
    /// beginning of the text.
    /// </summary>
    public IReadOnlyList<VoteGroup> Unreadable { get; }

    /// <summary>Whether the vote stands by itself: at least half of the outputs, and at least one, have a final answer.</summary>
    public bool IsDecided
    {
        get
        {
            var readable = Groups.Sum(group => group.Count);
            return readable > 0 && readable * 2 >= OutputCount;
        }
    }

    /// <summary>The largest group, or null for an undecided vote.</summary>
    public VoteGroup? Winner => IsDecided ? Groups[0] : null;

    /// <summary>
    /// By how many votes the largest group is ahead of the next; all of its votes where there is no other, 0 without groups.
    /// </summary>
    public int Lead => Groups switch
    {
        [] => 0,
        [var only] => only.Count,
        [var first, var second, ..] => first.Count - second.Count,
    };

    /// <summary>The other groups that are as large as the winner's.</summary>
    public IReadOnlyList<VoteGroup> Tied => IsDecided ? [.. Groups.Skip(1).Where(group => group.Count == Groups[0].Count)] : [];

    /// <summary>Counts the answers that <paramref name="outputs"/> give to <paramref name="question"/>.</summary>
    /// <param name="computed">
    /// What the question's formula comes to exactly: one more vote for the group that gives it. Where none does, it has no say, and of
    /// groups with as many votes, it stands behind the one with more outputs: two outputs that agree are never overruled by it.
    /// </param>
    public static MajorityVote Count(string question, IReadOnlyList<string> outputs, FinalAnswer? computed = null)
    {
        var ballots = outputs.Where(output => !string.IsNullOrWhiteSpace(output))
            .Select(output => new Ballot(output, FinalAnswer.Extract(output, question)))
            .ToList();

        // A phrase that another output announces as its answer is one.
        var announced = ballots.FindAll(ballot => ballot.Answer is { IsWords: true });
        if (announced.Count > 0) ballots = ballots.ConvertAll(ballot => ballot.Answer is null ? Announced(ballot, announced) : ballot);

        // Where a number or formula is asked for, any other phrase only says that there is none.
        var mayBePhrase = !MathematicalQuestion.Is(question) || ballots.TrueForAll(ballot => ballot.Answer is null);
        return (mayBePhrase ? ByPhrase(outputs.Count, ballots) : null) ?? Of(outputs.Count, ballots, computed);
    }

    private static Ballot Announced(Ballot ballot, List<Ballot> announced) =>
        FinalAnswer.OfPhrase(ballot.Output) is { } phrase && announced.Exists(other => other.Answer!.Equivalent(phrase))
            ? ballot with { Answer = phrase }
            : ballot;

    /// <summary>The vote with phrases as answers, where one answer then has more than half of the outputs; else null.</summary>
    private static MajorityVote? ByPhrase(int outputCount, List<Ballot> ballots)
    {
        var read = ballots.ConvertAll(ballot => ballot with { Answer = ballot.Answer ?? FinalAnswer.OfPhrase(ballot.Output) });
        var vote = Of(outputCount, read);
        return vote.Groups is [var largest, ..] && largest.Count * 2 > outputCount ? vote : null;
    }

    private static MajorityVote Of(int outputCount, List<Ballot> ballots, FinalAnswer? computed = null) => new(
        outputCount,
        Largest(Group(ballots.Where(ballot => ballot.Answer is not null), computed)),
        Largest(ballots.Where(ballot => ballot.Answer is null).GroupBy(ballot => AnswerKey.Of(ballot.Output), ballot => ballot.Output)
            .Select(group => new VoteGroup(AnswerText.Display(group.First()), [.. group]))));

    /// <summary>
    /// The outcome as text: the line <c>Consensus: 42 (2 of 5 outputs agree; tied with 41)</c>, the fullest output of the winning group,
    /// and the other answers with their counts.
    /// </summary>
    /// <exception cref="InvalidOperationException">The vote is undecided.</exception>
    public string Format()
    {
        if (Winner is not { } winner) throw new InvalidOperationException("An undecided vote has no consensus.");

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Consensus: {winner.Answer} ({winner.Count} of {OutputCount} outputs agree");
        if (Tied.Count > 0) text.Append("; tied with ").AppendJoin(", ", Tied.Select(group => group.Answer));
        text.Append(")\n\n").Append(winner.Fullest.Trim());
        if (Groups.Count > 1) text.Append("\n\nMinority answers:");
        foreach (var group in Groups.Skip(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {group.Answer} ({group.Count} of {OutputCount})");
        }

        return text.ToString();
    }

    private static IEnumerable<VoteGroup> Group(IEnumerable<Ballot> answered, FinalAnswer? computed)
    {
        var groups = new List<List<Ballot>>();
        foreach (var ballot in answered)
        {
            var group = groups.Find(members => members.TrueForAll(member => member.Answer!.Equivalent(ballot.Answer!)));
            if (group is null) groups.Add([ballot]);
            else group.Add(ballot);
        }

        var confirmed = computed is null ? null : groups.Find(members => members.TrueForAll(member => member.Answer!.Equivalent(computed)));
        return groups.Select(members => new VoteGroup(
            members[0].Answer!.Text,
            [.. members.Select(member => member.Output)],
            IsComputed: members == confirmed));
    }

    // The sort is stable, so of equal counts the first stays first.
    private static IReadOnlyList<VoteGroup> Largest(IEnumerable<VoteGroup> groups) =>
        [.. groups.OrderByDescending(group => group.Count).ThenByDescending(group => group.Outputs.Count)];

    /// <param name="Answer">Null where the output has no final answer.</param>
    private sealed record Ballot(string Output, FinalAnswer? Answer);
}
