using Miner.Domain.Text;

namespace Miner.Domain.Playbooks;

/// <summary>What an insight or an entry says, in a form in which what was said before is found again.</summary>
/// <remarks>
/// Two statements repeat each other when they have the same words in the same order, less those that change nothing
/// (<see cref="Vocabulary"/>), and are about the same thing. They are never told from a degree of likeness: "prefers metric units" and
/// "prefers imperial units" share more of their words than most sentences that say the same.
/// </remarks>
internal sealed class Statement
{
    /// <summary>With fewer words a value says nothing without its key: "Paris", "in French".</summary>
    private const int WordsOfASentence = 3;

    private const int LettersOfARoot = 4;

    private readonly string _key;
    private readonly string _scope;
    private readonly string _words;
    private readonly string _meaning;
    private readonly string _positive;
    private readonly bool _isNegative;
    private readonly bool _isSentence;
    private readonly int _wordCount;

    /// <param name="key">The entry's key.</param>
    /// <param name="value">The entry's value.</param>
    public Statement(string key, string value)
    {
        var words = Wording.Of(value);
        if (words.Count == 0) words = [value.Trim()];
        List<string> meaning = [.. Vocabulary.Reduce(words)];
        if (meaning.Count == 0) meaning = [.. words];
        List<string> positive = [.. meaning.Where(word => word != Vocabulary.Not)];
        var keyWords = Wording.Of(key);

        _wordCount = words.Count;
        _words = Join(words);
        _meaning = Join(meaning);
        _positive = Join(positive);
        _isNegative = (meaning.Count - positive.Count) % 2 == 1;
        _isSentence = positive.Count >= WordsOfASentence;
        _key = keyWords.Count == 0 ? key : Join(keyWords);
        _scope = keyWords.Count == 0 ? key : Join(Scope(keyWords, meaning));
    }

    /// <summary>Whether this says again what <paramref name="other"/> says, be it in other words.</summary>
    public bool Repeats(Statement other) => _meaning == other._meaning && Concerns(other);

    /// <summary>Whether one of the two affirms what the other denies.</summary>
    public bool Opposes(Statement other) => _positive == other._positive && _isNegative != other._isNegative && Concerns(other);

    /// <summary>Whether this has other words than <paramref name="other"/>, and as many or more.</summary>
    public bool IsFullerThan(Statement other) => _wordCount >= other._wordCount && _words != other._words;

    private bool Concerns(Statement other) => _key == other._key || (_isSentence && other._isSentence && _scope == other._scope);

    /// <summary>
    /// The words of a key that narrow what its value speaks of (<c>cooking</c> in <c>cooking_units</c>): those that are neither usual in
    /// keys nor in the value, in any form.
    /// </summary>
    private static IEnumerable<string> Scope(IReadOnlyList<string> keyWords, List<string> meaning) => Vocabulary.Reduce(keyWords)
        .Where(word => !Vocabulary.IsUsualInKeys(word) && !meaning.Exists(said => HaveOneRoot(said, word)))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static bool HaveOneRoot(string left, string right) =>
        left == right
        || (Math.Min(left.Length, right.Length) >= LettersOfARoot
            && (left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal)));

    private static string Join(IEnumerable<string> words) => string.Join(' ', words);
}
