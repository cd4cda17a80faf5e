using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems.Stories;

/// <summary>A whole story of a known form: its outline, and what follows from its numbers.</summary>
/// <param name="outline">What the whole outline must match; a group that holds <c>#</c> stands for its number.</param>
/// <param name="solve">Null where these numbers make no such story.</param>
internal sealed class StoryForm(string outline, Func<StoryForm.Reading, Solution?> solve)
{
    // Made when first needed: it takes some milliseconds, and few questions are stories.
    private readonly Lazy<Regex> _outline = new(() => new Regex(
        $"^{outline}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));

    public Solution? Solve(StoryText story) =>
        _outline.Value.Match(story.Outline) is { Success: true } match ? solve(new Reading(story, match)) : null;

    /// <summary>The groups of a story that matched.</summary>
    internal sealed class Reading(StoryText story, Match match)
    {
        /// <summary>The number of a group.</summary>
        public Rational this[string group] => story.Value(match, group);

        public bool Has(string group) => match.Groups[group].Success;

        /// <summary>The text of a group, empty where it has none.</summary>
        public string Text(string group) => match.Groups[group].Value;
    }
}
