using System.Collections.Frozen;
using Miner.Offline.Text;

namespace Miner.Offline.Insights;

/// <summary>Keys under which statements on the same matter meet, so that a later one replaces an earlier one.</summary>
internal static class Topics
{
    public const string Languages = "english|german|french|spanish|italian|portuguese|dutch|polish|russian|ukrainian|chinese|mandarin"
        + "|japanese|korean|arabic|hindi|turkish|swedish|danish|norwegian|finnish|greek|czech";

    /// <summary>What an owner calls the matters that statements of other words are remembered under.</summary>
    public static readonly FrozenDictionary<string, string> Matters = new Dictionary<string, string>
    {
        ["name"] = "user_name",
        ["location"] = "user_location",
        ["origin"] = "user_origin",
        ["job"] = "user_role",
        ["profession"] = "user_role",
        ["employer"] = "user_employer",
        ["languages"] = "user_languages",
        ["project"] = "current_project",
    }.ToFrozenDictionary();

    private const int MaxKeyTerms = 4;
    private const int MaxKey = 80;

    private static readonly FrozenDictionary<string, (string Key, string Tag)> Known = Words().ToFrozenDictionary();

    /// <summary>The key and tag of the first known matter that <paramref name="text"/> speaks of, or null.</summary>
    /// <param name="isOfAnswers">Whether a language, a length or a tone is one of answers, and so a matter.</param>
    public static (string Key, string Tag)? Find(string text, bool isOfAnswers) => text.ToLowerInvariant().Split(' ')
        .Where(Known.ContainsKey).Select(word => ((string Key, string Tag)?)Known[word])
        .FirstOrDefault(matter => isOfAnswers || matter!.Value.Key is not ("response_language" or "response_length" or "response_tone"));

    /// <summary><c>taste_green_tea</c> of "green tea": at most four terms in snake case; null where there are none.</summary>
    public static string? KeyOf(string prefix, string text)
    {
        var terms = Terms.Of(text).Select(term => string.Concat(term.Where(char.IsLetterOrDigit))).Where(term => term.Length > 0)
            .Take(MaxKeyTerms).ToList();
        var key = string.Join('_', terms.Prepend(prefix).Where(term => term.Length > 0));
        return terms.Count == 0 ? null : key[..Math.Min(key.Length, MaxKey)];
    }

    private static IEnumerable<KeyValuePair<string, (string Key, string Tag)>> Words() =>
    [
        .. Of("programming_language", "code", "python java javascript typescript rust golang kotlin swift ruby php sql haskell c# c++ f#"),
        .. Of("code_style", "code", "comments indentation tabs docstrings type-hints"),
        .. Of("response_language", "language", Languages.Replace('|', ' ')),
        .. Of("response_length", "style", "short shorter brief briefly concise terse long longer detailed verbose length succinct"),
        .. Of("response_format", "format", "bullet bullets list lists table tables markdown json html latex headings prose yaml csv"),
        .. Of("response_tone", "style", "formal informal casual friendly professional polite humor humour jokes tone serious"),
        .. Of("emoji", "style", "emoji emojis emoticons smileys"),
        .. Of("citations", "content", "source sources citation citations references links"),
        .. Of("examples", "content", "example examples"),
        .. Of("explanation_steps", "content", "step-by-step steps reasoning explanations"),
        .. Of("units", "format", "units metric imperial celsius fahrenheit kilometres kilometers miles"),
    ];

    private static IEnumerable<KeyValuePair<string, (string Key, string Tag)>> Of(string key, string tag, string words) =>
        words.Split(' ').Select(word => KeyValuePair.Create(word, (key, tag)));
}
