using System.Text.RegularExpressions;
using Miner.Domain.Playbooks;

namespace Miner.Offline.Insights;

/// <summary>One way to state something that lasts, read from its first word to its last.</summary>
/// <param name="Type">What kind of insight it is.</param>
/// <param name="Key">The key, or null where what is stated makes it, or the part of it that is called so.</param>
/// <param name="Value">What is remembered; <c>{0}</c> stands for what is stated.</param>
internal sealed partial record StatementForm(InsightType Type, string? Key, string Value, double Confidence, string Tag, string Pattern)
{
    // A name, a place or a firm: without its capitals it may be any words, as in "call me tomorrow".
    private const string Capital = @"[\p{Lu}\p{Lo}][\p{L}\p{M}.'-]*";
    private const string Name = $"(?<what>(?-i:{Capital}( {Capital}){{0,3}}))";
    private const string Place = $"(?<what>(?-i:(the )?{Capital}(,? {Capital}){{0,3}}))";
    private const string Words = @"[\p{L}\p{N}+#'-]+( [\p{L}\p{N}+#'-]+){0,7}";
    private const string Free = $"(?<what>{Words})";
    private const string Thing = $@"(?!.*\byour\b){Free}";
    private const string Few = @"(?<what>(?!.*\b(the|of)\b)[\p{L}\p{N}+#'-]+( [\p{L}\p{N}+#'-]+){0,3})";
    private const string Am = "I( am|'m)";
    private const string Role = @"(?<what>an? (?!bit |little )([\p{L}-]+ ){0,2}[\p{L}-]*(er|or|ist|ian|nurse|student))";
    private const string Relative = "dog|cat|wife|husband|partner|son|daughter";
    private const string Favourite = @"favou?rite \p{L}+( \p{L}+)?";
    private const string Data = "birthday|hobby|time zone|native language|mother tongue";

    /// <summary>What is remembered under its own name.</summary>
    public const string Named = $"{Favourite}|{Data}|{Relative}";

    /// <summary>What answers are to do, or not to do.</summary>
    public const string Verb = "use|write|answer|reply|include|add|cite|give|show|explain|be|provide";
    public const string Doing = "using|writing|answering|adding|citing|giving|showing|being";

    /// <summary>Whether it speaks of how to answer, which it does only with a word of a known matter.</summary>
    public bool NeedsTopic { get; init; }

    /// <summary>
    /// Whether a language, a length or a tone that <paramref name="statement"/> names is one of answers: short answers, but not long walks.
    /// </summary>
    public bool IsOfAnswers(string statement) => (NeedsTopic ? Answering() : Answers()).IsMatch(statement);

    private Regex Whole { get; } =
        new($"^{Pattern}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase);

    public static readonly IReadOnlyList<StatementForm> All =
    [
        Fact("user_name", "The user's name is {0}", $"(my name is|my name's|{Am} called) {Name}"),
        Fact("preferred_name", "Call the user {0}", $"((you (can|may) )?call me|address me as) {Name}") with
        {
            Type = InsightType.Instruction,
        },
        Fact("user_location", "Lives in {0}", $"(I live in|{Am} based in) {Place}"),
        Fact("user_origin", "Is from {0}", $"{Am} from {Place}"),
        Fact("user_employer", "Works at {0}", $"(I work (at|for)|my employer is) {Place}"),
        Fact("user_role", "The user is {0}", $"({Am}|I work as|my (job|profession) is) {Role}"),
        Fact("user_languages", "Speaks {0}", $"I speak (?<what>({Topics.Languages})((, | and |, and )({Topics.Languages})){{0,4}})"),
        Fact(null, "Is allergic to {0}", $"{Am} allergic to {Free}") with { Tag = "allergy" },
        Fact(null, "{0}", $@"my (?<what>(?<key>{Relative})('s name is| is called| is named) (?-i:\p{{Lu}}[\p{{L}}-]*))"),
        Fact(null, "{0}", $"my (?<what>(?<key>{Data}) is {Words})"),
        Taste("{0}", $"my (?<what>(?<key>{Favourite}) (is|are) {Words})"),
        new(InsightType.Context, "current_project", "Is working on {0}", 0.9, "project",
            $"({Am}|we are|we're) (working on|building) (?<what>(an?|the) {Words})"),
        Taste("Does not like {0}", $"I (don't like|do not like|dislike|hate) {Thing}"),
        Taste("Prefers {0}", $"I( would|'d)? prefer {Thing}"),
        Taste("Likes {0}", $"I (really )?(like|love|enjoy) {Thing}"),
        Rule(InsightType.Instruction, "Always {0}",
            $"((you (should|must) )?always|make sure to|(don't|do not) forget to) (?<what>({Verb}) {Words})"),
        Rule(InsightType.Constraint, "Never {0}", $"(you (should|must) )?never (?<what>({Verb}) {Words})"),
        Rule(InsightType.Constraint, "Do not {0}", $"(don't|do not|you must not) (?<what>({Verb}) {Words})"),
        Rule(InsightType.Constraint, "Avoid {0}", $"(stop|avoid) (?<what>({Doing}) {Words})"),
        Rule(InsightType.Constraint, "No {0}", @"no (more )?(?<what>[\p{L}-]+)"),
        Rule(InsightType.Instruction, "Use {0}", $"{Asked}(do )?use {Few}"),
        Rule(InsightType.Instruction, "Answer {0}", $"{Asked}(answer|reply|write) (?<what>(in|with) (?!.*\\bthe\\b){Words})"),
        Rule(InsightType.Instruction, "Write code in {0}", $"{Asked}write code in {Few}"),
        Rule(InsightType.Instruction, "Keep answers {0}", $"{Asked}keep (it|(your )?answers) {Few}"),
        Rule(InsightType.Instruction, "Be {0}", $"{Asked}be (?!an? ){Few}"),
        Rule(InsightType.Instruction, "Include {0}", $"{Asked}(include|provide|cite) {Few}"),
    ];

    private const string Asked = "(I( want|'d like| would like) you to )?";

    /// <summary>
    /// What <paramref name="statement"/> says beside the words that all statements of this form share, and what of it makes the key; null
    /// for others.
    /// </summary>
    public (string What, string Named)? Read(string statement) =>
        Whole.Match(statement) is { Success: true } match && match.Groups["what"].Value is var what && !Passing().IsMatch(what)
            ? (what, match.Groups["key"].Value)
            : null;

    private static StatementForm Fact(string? key, string value, string pattern) => new(
        InsightType.Fact, key, value, 0.95, key is null ? "fact" : "identity", pattern);

    private static StatementForm Taste(string value, string pattern) => new(InsightType.Preference, null, value, 0.9, "taste", pattern);

    private static StatementForm Rule(InsightType type, string value, string pattern) =>
        new(type, null, value, 0.85, "rule", pattern) { NeedsTopic = true };

    /// <summary>Words that point at what was just said, or that limit a statement to now and here: the second one, your answer.</summary>
    [GeneratedRegex(
        @"\b(this|that|these|those|it|you|yours|him|her|them|my|me|mine|myself|our|us|here|there|now|today|tonight|tomorrow|currently"
            + "|just|once|only|again|when|how|why|what|where|who|which|if|unless|except|until|because|but|not|none|nothing|anything"
            + "|something|everything|all|above|below|first|second|third|last|next|previous|other|same|better|best|worse|version"
            + "|(?<!^)answer|one|questions?|problem|sentence|paragraph|point|say|said|ask|know|see|hear|admit|later|older|younger"
            + @"|closer)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Passing();

    [GeneratedRegex(@"\b(answers|replies|responses|explanations|sentences)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Answers();

    [GeneratedRegex(
        @"\b(answer(s|ing)?|repl(y|ies)|responses|explanations|sentences|writ(e|ing)|be|being|keep|jokes|humou?r)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Answering();
}
