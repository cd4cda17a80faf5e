namespace Miner.Offline.Review;

/// <summary>What the checks say of one output.</summary>
internal sealed class Remarks
{
    private readonly List<string> _strengths = [];
    private readonly List<string> _weaknesses = [];
    private readonly List<string> _suggestions = [];

    public IReadOnlyList<string> Strengths => _strengths;

    public IReadOnlyList<string> Weaknesses => _weaknesses;

    public IReadOnlyList<string> Suggestions => _suggestions;

    /// <summary>The higher the better: strengths count one, weaknesses what they weigh.</summary>
    public int Score { get; private set; }

    public void Praise(string strength)
    {
        _strengths.Add(strength);
        Score++;
    }

    /// <param name="weight">2 for a matter of form, 5 for a missing part, 10 for a wrong result.</param>
    /// <param name="weakness">What is wrong.</param>
    /// <param name="suggestion">What to do about it.</param>
    public void Object(int weight, string weakness, string suggestion)
    {
        _weaknesses.Add(weakness);
        if (!_suggestions.Contains(suggestion)) _suggestions.Add(suggestion);
        Score -= weight;
    }
}
