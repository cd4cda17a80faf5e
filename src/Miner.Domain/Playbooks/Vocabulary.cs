using System.Collections.Frozen;

namespace Miner.Domain.Playbooks;

/// <summary>
/// What <see cref="Statement"/> knows of words: which of them change nothing in what is remembered of a user, and which mean the same
/// there. It is English, short, and no more than what insights are usually made of; a word of any other language stands for itself.
/// </summary>
internal static class Vocabulary
{
    /// <summary>What every negation is reduced to.</summary>
    public const string Not = "not";

    private static readonly FrozenSet<string> Fillers =
        Set("a an the user users i my he she they his her their is are be am do does would and & please");

    // "Not always" is not "not": beside a negation they count.
    private static readonly FrozenSet<string> Intensifiers = Set("very really quite always all also");
    private static readonly FrozenSet<string> Negations = Set("not no without nor neither none");

    private static readonly FrozenDictionary<string, string[]> Compounds = new Dictionary<string, string[]>
    {
        ["never"] = [Not],
        ["dont"] = [Not],
        ["doesnt"] = [Not],
        ["cannot"] = ["can", Not],
        ["dislike"] = [Not, "prefer"],
        ["hate"] = [Not, "prefer"],
        ["avoid"] = [Not, "use"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Synonyms = new Dictionary<string, string>
    {
        ["like"] = "prefer",
        ["want"] = "prefer",
        ["enjoy"] = "prefer",
        ["love"] = "prefer",
        ["favour"] = "prefer",
        ["favor"] = "prefer",
        ["response"] = "answer",
        ["reply"] = "answer",
        ["short"] = "concise",
        ["brief"] = "concise",
        ["succinct"] = "concise",
        ["thorough"] = "detailed",
        ["include"] = "show",
        ["provide"] = "show",
        ["utilise"] = "use",
        ["utilize"] = "use",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> KeyWords = Set(
        "answer communication concise constraint context correction default detail detailed fact format formatting general information "
            + "instruction language length level note output prefer preference preferred requirement rule setting style system tone type "
            + "unit verbosity way"
    );

    /// <summary>Whether a key holds this (reduced) word whatever its entry is about, as in <c>response_style</c>.</summary>
    public static bool IsUsualInKeys(string word) => KeyWords.Contains(word);

    /// <summary>What decides the meaning of <paramref name="words"/>, in their order, each in one form.</summary>
    public static IEnumerable<string> Reduce(IReadOnlyList<string> words)
    {
        var plain = words.SelectMany(WithoutApostrophe).ToList();
        var isNegated = plain.Exists(word => Negations.Contains(word) || Compounds.ContainsKey(Stem(word)));
        var last = "";
        for (var i = 0; i < plain.Count; i++)
        {
            if (Fillers.Contains(plain[i]) || (!isNegated && Intensifiers.Contains(plain[i]))) continue;
            var isNoLonger = plain[i] == "no" && i + 1 < plain.Count && plain[i + 1] == "longer";
            if (isNoLonger) i++;
            foreach (var word in isNoLonger ? [Not] : Expand(Stem(plain[i])))
            {
                // "Short, concise answers" says one thing twice.
                if (word != last) yield return word;
                last = word;
            }
        }
    }

    private static IEnumerable<string> WithoutApostrophe(string word)
    {
        if (word.EndsWith("n't", StringComparison.Ordinal)) return [word[..^3], Not];
        if (word.EndsWith("'s", StringComparison.Ordinal)) word = word[..^2];
        return [word.Replace("'", "", StringComparison.Ordinal)];
    }

    private static string[] Expand(string stem) => Compounds.GetValueOrDefault(stem) ?? [Synonyms.GetValueOrDefault(stem, stem)];

    /// <summary>Without the ending of a plural or of the third person.</summary>
    private static string Stem(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 3 } when word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
        _ => word,
    };

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
