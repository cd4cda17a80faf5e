using System.Text.RegularExpressions;

namespace Miner.Offline.Problems.Stories;

/// <summary>Short stories that take a few steps of arithmetic.</summary>
internal static partial class StoryProblem
{
    public static Solution? Solve(Question question)
    {
        if (question.Asked.Length <= MaxLetters && Letters().Match(question.Asked) is { Success: true } letters)
            return CountingForms.Letters(letters.Groups["word"].Value.ToUpperInvariant());
        if (question.Parts.Count(part => part.Word is not null) < MinWords) return null;
        return StoryText.Read(question.Asked) is { } story ? StoryForms.Solve(story) ?? InventoryStory.Solve(story) : null;
    }

    private const int MaxLetters = 200;

    // "What is P(10, 3)?" is the shortest.
    private const int MinWords = 2;

    [GeneratedRegex(
        @"^(in )?how many (different |distinct |unique )?(ways|arrangements|permutations|orders)( are there)?( (can|of|do|to|you|we|be|arrange"
            + @"|made))*( the)?( all)?( the)? letters (of|in|from)( the)?( word)? [""'“]?(?<word>[a-z]+)[""'”]?( can be| be)?( arranged|"
            + @" rearranged| ordered)?\??$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Letters();
}
