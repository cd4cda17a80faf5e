using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>Formulas and numbers in a text, which may be its answer.</summary>
internal static class AnswerCandidates
{
    private const int MaxGlue = 20;

    /// <param name="Start">Where it begins in the text.</param>
    /// <param name="End">Where it ends.</param>
    /// <param name="IsNamed">Whether it is nothing but a name, such as the x that a sentence is about.</param>
    internal sealed record Candidate(int Start, int End, ExtractedAnswer Answer, bool IsNamed);

    /// <summary>All candidates in the order of the text.</summary>
    public static List<Candidate> Find(string text)
    {
        var candidates = new List<Candidate>();
        var start = 0;
        foreach (var span in MathSpans.Find(text))
        {
            candidates.AddRange(NumberScanner.Find(text, start, span.Start));
            var formula = new ExtractedAnswer(span.Content.Trim(), IsMath: true).Unwrapped();
            candidates.Add(new Candidate(span.Start, span.End, formula, IsName(span.Content)));
            start = span.End;
        }

        candidates.AddRange(NumberScanner.Find(text, start, text.Length));
        return candidates;
    }

    /// <summary>
    /// The last candidate that is more than a name, with its unit and with those before it that a connective joins to it; or null.
    /// </summary>
    public static ExtractedAnswer? Last(string text, List<Candidate> candidates)
    {
        if (candidates.Count == 0) return null;
        var last = candidates.FindLastIndex(candidate => !candidate.IsNamed);
        if (last < 0) last = candidates.Count - 1;

        var first = last;
        var connective = " and ";
        while (first > 0 && candidates[first].Answer.IsMath && candidates[first - 1].Answer.IsMath
            && Connective(text, candidates[first - 1].End, candidates[first].Start) is { } found)
        {
            if (found == "or") connective = " or ";
            first--;
        }

        var parts = candidates.GetRange(first, last - first + 1).Select(candidate => candidate.Answer.Text);
        return candidates[last].Answer with { Text = string.Join(connective, parts) + Unit(text, candidates[last]) };
    }

    /// <summary>The word or mark that joins what stands around it, or null.</summary>
    private static string? Connective(string text, int start, int end) =>
        end - start > MaxGlue ? null : text[start..end].Trim() switch
        {
            "and" or ", and" or "&" or "," or ";" => "and",
            "or" or ", or" => "or",
            _ => null,
        };

    private static string Unit(string text, Candidate candidate)
    {
        if (!candidate.Answer.IsMath) return "";
        var rest = text.AsSpan(candidate.End, Math.Min(MaxGlue, text.Length - candidate.End)).TrimStart(' ');
        if (rest.StartsWith("%") || rest.StartsWith("\\%")) return "%";

        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length])) length++;
        var word = rest[..length].ToString();
        return Units.IsKnown(word) ? $" {word}" : "";
    }

    private static bool IsName(string content) =>
        !content.Any(character => char.IsDigit(character) || "\\=<>+-*/^|".Contains(character, StringComparison.Ordinal));
}
