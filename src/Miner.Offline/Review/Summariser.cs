using Miner.Domain.Components;
using Miner.Mathematics.Language;
using Miner.Offline.Answers;
using Miner.Offline.Text;

namespace Miner.Offline.Review;

/// <summary>
/// Summarises by choosing sentences: those whose words are in most outputs, none that says again what another said, in their order.
/// </summary>
internal static class Summariser
{
    private const int MinSentences = 3;
    private const int MaxSentences = 8;
    private const int MaxCandidates = 2_000;
    private const int MaxSentence = 400;
    private const double SameThing = 0.55;

    private static readonly string[] Conclusions =
    [
        "answer",
        "conclusion",
        "result",
        "therefore",
        "in short",
        "overall",
        "summary",
        "important",
    ];

    private sealed record Candidate(int Index, string Text, IReadOnlySet<string> Terms, double Score);

    public static string Summarise(ComponentInput input)
    {
        var texts = OfflineAnswer.Previous(input);
        var sentences = texts.SelectMany(text => Sentences.Split(CodeBlocks.Blank(text)))
            .Where(sentence => sentence[0] != '|')
            .Take(MaxCandidates)
            .Select(Clean)
            .ToList();
        var weights = Weigh(texts, string.Join(' ', input.Queries));
        var candidates = sentences
            .Select((sentence, index) => Rate(sentence, index, weights))
            .Where(candidate => candidate.Terms.Count > 0);

        var chosen = new List<Candidate>();
        var wanted = Math.Clamp(sentences.Count / 4, MinSentences, MaxSentences);
        foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Index))
        {
            if (chosen.Count == wanted) break;
            if (!chosen.Exists(other => Terms.Overlap(other.Terms, candidate.Terms) > SameThing)) chosen.Add(candidate);
        }

        if (chosen.Count == 0) return "The previous outputs hold no sentences to summarize.";
        var lines = chosen.OrderBy(candidate => candidate.Index).Select(candidate => $"- {Excerpt.Of(candidate.Text, MaxSentence)}");
        return $"Key sentences of {texts.Count} previous {(texts.Count == 1 ? "output" : "outputs")}:\n{string.Join('\n', lines)}";
    }

    /// <summary>A word weighs by how many outputs use it, and more where it was asked about.</summary>
    private static Dictionary<string, double> Weigh(IEnumerable<string> texts, string question)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var (term, count) in Terms.Of(text).CountBy(term => term))
                weights[term] = weights.GetValueOrDefault(term) + 1 + Math.Log(count);
        }

        foreach (var term in Terms.Of(question).Distinct())
        {
            if (weights.TryGetValue(term, out var weight)) weights[term] = 2 * weight;
        }

        return weights;
    }

    private static Candidate Rate(string sentence, int index, Dictionary<string, double> weights)
    {
        var terms = Terms.Of(sentence).ToHashSet();

        // Divided by the root of the length, neither long sentences nor headings win by their length alone.
        var score = terms.Sum(term => weights.GetValueOrDefault(term)) / Math.Sqrt(terms.Count + 3);
        if (Array.Exists(Conclusions, word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase))) score *= 1.5;
        if (sentence.EndsWith('?') || sentence.EndsWith(':')) score *= 0.4;
        return new Candidate(index, sentence, terms, score);
    }

    /// <summary>Without the marks of headings and list items.</summary>
    private static string Clean(string sentence) => sentence.TrimStart('#', '-', '*', '•', '>', ' ').Trim();
}
