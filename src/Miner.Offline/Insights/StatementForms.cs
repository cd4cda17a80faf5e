using Miner.Domain.Playbooks;

namespace Miner.Offline.Insights;

/// <summary>How a statement about the user begins, and what is to be remembered of it.</summary>
/// <param name="Opening">The first words, in lower case.</param>
/// <param name="Type">What kind of insight it is.</param>
/// <param name="Value">What is remembered; <c>{0}</c> stands for the rest of the statement.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Key">The key, or null where the rest of the statement makes it.</param>
/// <param name="Prefix">What such a key begins with.</param>
/// <param name="Tag">A tag where the topic gives none.</param>
internal sealed record StatementForm(
    string Opening,
    InsightType Type,
    string Value,
    double Confidence,
    string? Key,
    string Prefix,
    string Tag)
{
    /// <summary>Whether it is a request for once (write a poem) where the rest speaks of no known matter (write in German).</summary>
    public bool NeedsTopic { get; init; }

    /// <summary>Whether another statement may follow: remember that my name is Anna.</summary>
    public bool IsOnlyFrame => Value == "{0}";
}

/// <summary>All forms that are read, the longer opening before the shorter one that it begins with.</summary>
internal static class StatementForms
{
    public static readonly IReadOnlyList<StatementForm> All =
    [
        .. Fixed(
            InsightType.Fact,
            "The user's name is {0}",
            "user_name",
            "identity",
            "my name is",
            "my name's",
            "i am called",
            "i'm called"),
        .. Fixed(
            InsightType.Instruction,
            "Call the user {0}",
            "preferred_name",
            "identity",
            "call me",
            "address me as",
            "you can call me",
            "you may call me"),
        .. Fixed(
            InsightType.Fact,
            "Lives in {0}",
            "user_location",
            "identity",
            "i live in",
            "i am based in",
            "i'm based in"),
        .. Fixed(InsightType.Fact, "Is from {0}", "user_origin", "identity", "i am from", "i'm from"),
        .. Fixed(InsightType.Fact, "Works as {0}", "user_role", "identity", "i work as", "my job is", "my profession is"),
        .. Fixed(InsightType.Fact, "Works at {0}", "user_employer", "identity", "i work at", "i work for"),
        .. Fixed(InsightType.Fact, "Speaks {0}", "user_languages", "identity", "i speak"),
        .. Fixed(InsightType.Fact, "Studies {0}", "user_studies", "identity", "i study", "i am studying", "i'm studying"),
        .. Fixed(InsightType.Context, "Is working on {0}", "current_project", "project",
            "i am working on",
            "i'm working on",
            "we are working on",
            "we're working on",
            "i am building",
            "i'm building",
            "we are building",
            "we're building", "my project is", "our project is", "this project is"),
        .. Fixed(InsightType.Fact, "The user is: {0}", "user_role", "identity", "i am a", "i'm a", "i am an", "i'm an"),
        .. Free(
            InsightType.Preference,
            "Does not like {0}",
            0.85,
            "dislikes_",
            "taste",
            "i don't like",
            "i do not like",
            "i dislike",
            "i hate",
            "i can't stand"),
        .. Free(
            InsightType.Preference,
            "Prefers {0}",
            0.9,
            "prefers_",
            "preference",
            "i prefer",
            "i would prefer",
            "i'd prefer",
            "my preference is",
            "i'd rather have",
            "i would rather have"),
        .. Free(InsightType.Preference, "Likes {0}", 0.8, "likes_", "taste", "i like", "i love", "i enjoy", "i really like"),
        .. Free(
            InsightType.Preference,
            "Wants you to {0}",
            0.75,
            "wants_",
            "preference",
            "i want you to",
            "i'd like you to",
            "i would like you to",
            "i need you to"),
        .. OfTopics(
            Free(InsightType.Preference, "Wants {0}", 0.75, "wants_", "preference", "i want", "i'd like", "i would like", "i need")),
        .. Free(
            InsightType.Instruction,
            "Always {0}",
            0.9,
            "always_",
            "rule",
            "don't forget to",
            "do not forget to"),
        .. Free(
            InsightType.Fact,
            "{0}",
            0.8,
            "",
            "fact",
            "don't forget that",
            "don't forget",
            "do not forget that",
            "do not forget",
            "remember that",
            "remember:",
            "note that",
            "keep in mind that",
            "keep in mind",
            "for your information"),
        .. Free(InsightType.Fact, "The user always {0}", 0.8, "user_always_", "habit", "i always"),
        .. Free(InsightType.Fact, "The user never {0}", 0.8, "user_never_", "habit", "i never"),
        .. Free(InsightType.Fact, "Is allergic to {0}", 0.9, "allergic_to_", "fact", "i am allergic to", "i'm allergic to"),
        .. Free(
            InsightType.Constraint,
            "Never {0}",
            0.9,
            "never_",
            "rule",
            "never",
            "you must never",
            "you should never",
            "you must not",
            "you should not",
            "you shouldn't",
            "don't ever",
            "do not ever"),
        .. Free(InsightType.Constraint, "Do not {0}", 0.85, "never_", "rule", "don't", "do not"),
        .. Free(InsightType.Constraint, "Avoid {0}", 0.85, "never_", "rule", "stop", "avoid", "refrain from"),
        .. Free(InsightType.Constraint, "No {0}", 0.85, "never_", "rule", "no more", "no"),
        .. Free(
            InsightType.Instruction,
            "Always {0}",
            0.9,
            "always_",
            "rule",
            "always",
            "you should always",
            "you must always",
            "make sure to",
            "make sure that you",
            "make sure you",
            "be sure to",
            "remember to",
            "you should",
            "you must"),
        .. Free(InsightType.Instruction, "Use {0}", 0.8, "use_", "rule", "use", "do use"),
        .. Free(InsightType.Instruction, "Answer in {0}", 0.8, "answer_", "rule", "answer in", "respond in", "reply in", "write in"),
        .. Free(InsightType.Instruction, "Answer with {0}", 0.8, "answer_", "rule", "answer with", "respond with", "reply with"),
        .. OfTopics(Free(InsightType.Instruction, "Answer {0}", 0.8, "answer_", "rule", "answer", "respond", "reply")),
        .. OfTopics(Free(InsightType.Instruction, "Write {0}", 0.8, "write_", "rule", "write")),
        .. OfTopics(Free(InsightType.Instruction, "Keep {0}", 0.8, "keep_", "rule", "keep")),
        .. OfTopics(
            Free(InsightType.Instruction, "Include {0}", 0.8, "include_", "rule", "include", "add", "give me", "show me", "provide")),
        .. Free(InsightType.Instruction, "Be {0}", 0.8, "be_", "rule", "be"),
        .. Free(InsightType.Fact, "Has {0}", 0.7, "has_", "fact", "i own"),
        .. Free(InsightType.Correction, "Correction: {0}", 0.85, "correction_", "correction",
            "that's wrong",
            "that is wrong",
            "that's not right",
            "that is not right",
            "that's incorrect",
            "that is incorrect",
            "you are wrong",
            "you're wrong",
            "you got it wrong", "this is wrong", "the correct", "the right answer is", "correction"),
    ];

    private static IEnumerable<StatementForm> Fixed(InsightType type, string value, string key, string tag, params string[] openings) =>
        openings.Select(opening => new StatementForm(opening, type, value, 0.95, key, "", tag));

    private static IEnumerable<StatementForm> OfTopics(IEnumerable<StatementForm> forms) =>
        forms.Select(form => form with { NeedsTopic = true });

    private static IEnumerable<StatementForm> Free(
        InsightType type, string value, double confidence, string prefix, string tag, params string[] openings) =>
        openings.Select(opening => new StatementForm(opening, type, value, confidence, null, prefix, tag));
}
