using System.Globalization;
using Miner.Domain.Playbooks;
using Miner.Domain.Text;
using Miner.Offline.Text;

namespace Miner.Offline.Insights;

/// <summary>Reads what a user states of himself and of how he wants to be answered.</summary>
internal static class StatementReader
{
    private const int MaxStatements = 50;
    private const int MaxStatement = 1_000;
    private const int MaxValue = 500;
    private const double Hedged = 0.5;

    private static readonly string[] LeadIns =
    [
        "please",
        "also",
        "and",
        "but",
        "so",
        "oh",
        "ok",
        "okay",
        "hey",
        "hi",
        "hello",
        "just",
        "from now on",
        "in the future",
        "in future",
        "in general",
        "generally",
        "usually",
        "btw",
        "by the way",
        "thanks",
        "thank you",
        "you know",
        "could you",
        "can you",
        "kindly",
        "next time",
        "well",
        "then",
    ];

    private static readonly string[] Corrections = ["actually", "instead", "no wait", "no,", "sorry", "correction"];

    private static readonly string[] Farewells = [" please", " thanks", " thank you", " too", " as well"];

    // Said in passing, in the words of a statement.
    private static readonly string[] Phrases =
        ["no problem", "no thanks", "no thank you", "no worries", "no idea", "don't worry", "do not worry", "never mind"];

    private static readonly string[] Hedges = ["maybe", "perhaps", "i think", "i guess", "probably", "possibly"];

    private static readonly string[] Forgets =
    [
        "forget that",
        "forget about",
        "forget",
        "remove",
        "delete",
        "ignore what i said about",
        "don't remember",
        "do not remember",
        "stop remembering",
    ];

    private static readonly string[] ForgetObjects = ["that", "about", "what i said about", "the fact that"];
    private static readonly string[] NoLonger = ["i no longer"];
    private static readonly string[] Owners = ["my", "our"];
    private static readonly string[] Verbs = [" is ", " are "];
    private static readonly string[] Everything = ["", "it", "this", "everything", "all"];

    // What an owner calls the matters that statements of other words are remembered under.
    private static readonly Dictionary<string, string> Matters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = "user_name",
        ["location"] = "user_location",
        ["job"] = "user_role",
        ["profession"] = "user_role",
        ["employer"] = "user_employer",
        ["languages"] = "user_languages",
        ["project"] = "current_project",
    };

    // Where one sentence states two things.
    private static readonly string[] Joints =
    [
        " and i ",
        " and my ",
        " and please ",
        " and always ",
        " and never ",
        " and don't ",
        " and do not ",
        " and call me ",
        " and use ",
        " and start ",
        " and i'm ",
        " but i ",
        " but i'm ",
        ", i ",
        ", my ",
        "; ",
    ];

    /// <summary>Every statement that has a known form; of two on the same matter the later.</summary>
    public static IReadOnlyList<Insight> Read(IEnumerable<string> feedback)
    {
        var insights = new OrderedDictionary<string, Insight>(StringComparer.Ordinal);
        var statements = feedback
            .SelectMany(Sentences.Split)
            .Where(sentence => !sentence.EndsWith('?'))
            .SelectMany(Parts)
            .Take(MaxStatements);
        foreach (var statement in statements)
        {
            if (ReadStatement(statement) is not { } insight) continue;
            insights.Remove(insight.Key);
            insights.Add(insight.Key, insight);
        }

        return [.. insights.Values];
    }

    private static IEnumerable<string> Parts(string sentence)
    {
        var lower = sentence.ToLowerInvariant();
        var start = 0;
        while (lower.Length == sentence.Length)
        {
            var cut = Joints.Select(joint => (At: lower.IndexOf(joint, start, StringComparison.Ordinal), Joint: joint))
                .Where(found => found.At > start && sentence.AsSpan(start, found.At - start).Contains(' '))
                .OrderBy(found => found.At).FirstOrDefault();
            if (cut.Joint is null) break;
            yield return sentence[start..cut.At];

            // "and", "but" and the comma go, what they join stays.
            start = cut.At + (cut.Joint[0] == ' ' ? 5 : 2);
        }

        yield return sentence[start..];
    }

    private static Insight? ReadStatement(string statement)
    {
        var text = statement[..Math.Min(statement.Length, MaxStatement)].Replace('’', '\'').Trim(' ', '.', '!', ',', ';', '-', '*', '"');
        var (corrects, hedged) = (false, false);
        for (var changed = true; changed;)
        {
            changed = TakeAny(ref text, LeadIns);
            if (TakeAny(ref text, Corrections)) changed = corrects = true;
            if (TakeAny(ref text, Hedges)) changed = hedged = true;
        }

        foreach (var farewell in Farewells.Where(farewell => text.EndsWith(farewell, StringComparison.OrdinalIgnoreCase)))
            text = text[..^farewell.Length].TrimEnd(' ', ',');
        if (Phrases.Contains(text, StringComparer.OrdinalIgnoreCase)) return null;

        if (TakeAny(ref text, Forgets)) return Forget(text);
        if (TakeAny(ref text, NoLonger)) return Forget($"I {text}");

        // A word such as instead says that something else was remembered before.
        var isNow = text.EndsWith(" now", StringComparison.OrdinalIgnoreCase);
        corrects |= isNow || text.EndsWith(" instead", StringComparison.OrdinalIgnoreCase);
        if (isNow) text = text[..^4];
        if (Match(text) is not { } insight || Secrets.AreIn(text)) return null;
        return insight with
        {
            Operation = corrects ? InsightOperation.Update : InsightOperation.Insert,
            Confidence = hedged ? Hedged : insight.Confidence,
        };
    }

    private static Insight? Match(string text)
    {
        foreach (var form in StatementForms.All)
        {
            var rest = text;
            if (!TakeAny(ref rest, [form.Opening])) continue;
            if (rest.Length == 0) return null;

            // What somebody is not called, or where he does not live, is no name and no place.
            if (form.Key is not null && rest.StartsWith("not ", StringComparison.OrdinalIgnoreCase)) return null;
            if (form.IsOnlyFrame && Match(rest) is { } inner) return inner;
            return Create(form, rest, form.Type == InsightType.Correction ? text : rest);
        }

        return MatchPossession(text);
    }

    /// <summary>Null where nothing is said of anything: I like it.</summary>
    private static Insight? Create(StatementForm form, string rest, string value)
    {
        var topic = form.Key is null ? Topics.Find(rest) : null;
        if (form.NeedsTopic && topic is null) return null;
        var terms = Topics.KeyOf(rest);
        var key = form.Key ?? topic?.Key ?? (terms is null ? null : form.Prefix + terms);
        return key is null ? null : new Insight(
            form.Type,
            key,
            Value(string.Format(CultureInfo.InvariantCulture, form.Value, value)),
            InsightOperation.Insert,
            form.Confidence,
            [topic?.Tag ?? form.Tag]);
    }

    /// <summary><c>My favourite colour is blue</c>.</summary>
    private static Insight? MatchPossession(string text)
    {
        var rest = text;
        if (!TakeAny(ref rest, Owners)) return null;

        var (at, verb) = Verbs.Select(verb => (At: rest.IndexOf(verb, StringComparison.OrdinalIgnoreCase), verb))
            .Where(found => found.At > 0).OrderBy(found => found.At).FirstOrDefault();
        if (verb is null) return null;

        var name = rest[..at];
        if (Topics.KeyOf(name) is not { } key) return null;
        var prefers =
            name.StartsWith("favourite", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("favorite", StringComparison.OrdinalIgnoreCase);
        return new Insight(
            prefers ? InsightType.Preference : InsightType.Fact, key, Value($"{name}{verb}{rest[(at + verb.Length)..]}"),
            InsightOperation.Insert, 0.9, [prefers ? "taste" : "fact"]);
    }

    /// <summary>
    /// Names the entry as the statement that made it would: "forget my name", "forget that I prefer tea", "forget about emojis".
    /// </summary>
    private static Insight? Forget(string what)
    {
        TakeAny(ref what, ForgetObjects);
        if (
            Everything.Contains(what, StringComparer.OrdinalIgnoreCase)
            || what.StartsWith("everything ", StringComparison.OrdinalIgnoreCase)
            || what.StartsWith("all ", StringComparison.OrdinalIgnoreCase))
            return null;

        var name = what;
        var known = Match(what);
        var key = known?.Key
            ?? (TakeAny(ref name, Owners) ? Matters.GetValueOrDefault(name) : null)
            ?? Topics.Find(what)?.Key
            ?? Topics.KeyOf(name);
        return key is null ? null : new Insight(known?.Type ?? InsightType.Instruction, key, "", InsightOperation.Delete, 0.9, ["forget"]);
    }

    /// <summary>Takes the first of <paramref name="phrases"/> that <paramref name="text"/> begins with, as whole words.</summary>
    private static bool TakeAny(ref string text, IReadOnlyList<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (!text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) continue;
            if (text.Length > phrase.Length && (char.IsLetterOrDigit(text[phrase.Length]) || text[phrase.Length] is '\'' or '-')) continue;
            text = text[phrase.Length..].TrimStart(' ', ',', ':', '-', '.');
            return true;
        }

        return false;
    }

    private static string Value(string text) =>
        Excerpt.Of(CodePoints.ReplaceUnstorable(char.ToUpperInvariant(text[0]) + text[1..]), MaxValue);
}
