using System.Text.RegularExpressions;

namespace Miner.Offline.Problems;

/// <summary>
/// One way to ask for something, and how it is computed. The pattern is a regular expression over the whole
/// <see cref="Question.Outline"/>; in it <c>&lt;x&gt;</c> is a formula, <c>&lt;xs..&gt;</c> a list of them,
/// and <c>&lt;ask&gt;</c> the ways to ask for a value. Nothing but one list repeats without end in a pattern, so that a match goes back
/// over an outline at most once for each of its words.
/// </summary>
internal sealed partial class QuestionForm(string pattern, Func<Reading, Solution?> solve)
{
    private const string Ask =
        "((what is|what are|how much is|find|compute|calculate|determine|evaluate|work out|give|state)( :)? "
        + "((exact )?(value|values|result|answer) (of|to) )?)?";

    private readonly Regex _pattern = new(
        $"^({Formula().Replace(
            pattern.Replace("<ask>", Ask, StringComparison.Ordinal),
            match => match.Groups["many"].Success
                ? $"(?<{match.Groups["name"].Value}>#( (,|;|and|, and|; and) #)*)"
                : $"(?<{match.Groups["name"].Value}>#)")})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The first solution that one of <paramref name="forms"/> gives to the question, or null.</summary>
    public static Solution? Solve(IEnumerable<QuestionForm> forms, Question question) =>
        forms.Select(form => form.Solve(question)).FirstOrDefault(solution => solution is not null);

    private Solution? Solve(Question question) =>
        _pattern.Match(question.Outline) is { Success: true } match ? solve(new Reading(question, match)) : null;

    [GeneratedRegex(@"(?<!\(\?)<(?<name>[a-z]+)(?<many>\.\.)?>", RegexOptions.ExplicitCapture)]
    private static partial Regex Formula();
}
