using System.Globalization;
using System.Text.RegularExpressions;
using Miner.Domain.Playbooks;
using Miner.Mathematics.Language;
using Miner.Offline.Text;

namespace Miner.Offline.Insights;

/// <summary>
/// Reads what a user states of himself and of how he wants to be answered: only a statement that has a known form from its first word to
/// its last, as what is remembered wrongly changes every later answer.
/// </summary>
internal static partial class StatementReader
{
    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const int MaxStatements = 50;
    private const int MaxStatement = 200;

    /// <summary>Every statement that has a known form; of two on the same matter the later.</summary>
    public static IReadOnlyList<Insight> Read(IEnumerable<string> feedback)
    {
        var insights = new OrderedDictionary<string, Insight>(StringComparer.Ordinal);
        var statements = feedback
            .SelectMany(text => Sentences.Split(CodeBlocks.Blank(text)))
            .Where(sentence => !sentence.EndsWith('?'))
            .SelectMany(sentence => Joint().Split(sentence.Replace('’', '\'')))
            .Take(MaxStatements);
        foreach (var statement in statements)
        {
            if (statement.Length > MaxStatement || Secrets.AreIn(statement)) continue;
            if (ReadStatement(Frame().Replace(statement.Trim(' ', '.', '!', ',', ';'), "")) is not { } insight) continue;
            insights.Remove(insight.Key);
            insights.Add(insight.Key, insight);
        }

        return [.. insights.Values];
    }

    private static Insight? ReadStatement(string statement)
    {
        if (Forgetting().Match(statement) is { Success: true } forgetting) return Forget(forgetting.Groups["what"].Value);
        if (NoLonger().Match(statement) is { Success: true } past) return Forget($"I {past.Groups["what"].Value}");
        return Match(statement);
    }

    private static Insight? Match(string statement)
    {
        foreach (var form in StatementForm.All)
        {
            if (form.Read(statement) is not var (what, named)) continue;
            var topic = form.Key is null && named.Length == 0 ? Topics.Find(what, form.IsOfAnswers(statement)) : null;
            if (form.NeedsTopic && topic is null) continue;
            var own = named.Length > 0 ? Topics.KeyOf("", named) : Topics.KeyOf(form.Tag, what);
            if ((form.Key ?? topic?.Key ?? own) is not { } key) return null;
            var value = string.Format(CultureInfo.InvariantCulture, form.Value, what);
            return new Insight(
                form.Type, key, char.ToUpperInvariant(value[0]) + value[1..], InsightOperation.Insert, form.Confidence,
                [topic?.Tag ?? form.Tag]);
        }

        return null;
    }

    /// <summary>Names the entry as the statement that made it would: "forget my name", "forget that I prefer tea".</summary>
    private static Insight? Forget(string what)
    {
        var known = Match(what);
        var key = known?.Key ?? Matter().Match(what) switch
        {
            { Success: true } matter when matter.Groups["key"].Success => Topics.KeyOf("", matter.Groups["key"].Value),
            { Success: true } matter => Topics.Matters[matter.Groups["matter"].Value.ToLowerInvariant()],
            _ => Topic().Match(what) is { Success: true } topic ? Topics.Find(topic.Groups["name"].Value, true)?.Key : null,
        };
        return key is null
            ? null
            : new Insight(known?.Type ?? InsightType.Instruction, key, "", InsightOperation.Delete, 0.9, ["forget"]);
    }

    /// <summary>Where one sentence states two things.</summary>
    [GeneratedRegex(
        $"; *| and (?=(i|i'm|my|please|always|never|don't|call me|start|stop|avoid|{StatementForm.Verb}|{StatementForm.Doing}) )"
            + "| but (?=(i|i'm) )|, (?=(i|i'm|my) )",
        Options)]
    private static partial Regex Joint();

    /// <summary>What stands around a statement and changes nothing in it.</summary>
    [GeneratedRegex(
        "^((please|also|and|so|oh|ok|okay|hey|hi|hello|just|from now on|in( the)? future|in general|generally|btw|by the way|thanks"
            + "|thank you|actually|instead|sorry|next time|remember( that)?|don't forget that|note that|keep in mind that)[ ,:.!]+){1,6}"
            + "|[ ,]+(please|thanks|thank you|too|as well|now|instead|from now on)$",
        Options)]
    private static partial Regex Frame();

    [GeneratedRegex(
        "^(forget|stop remembering|don't remember|do not remember|delete(?= my )|remove(?= my ))( that| about)? (?<what>.+)$", Options)]
    private static partial Regex Forgetting();

    [GeneratedRegex("^I no longer (?<what>.+)$", Options)]
    private static partial Regex NoLonger();

    [GeneratedRegex(
        $"^(my|our) ((?<matter>name|location|origin|job|profession|employer|languages|project)|(?<key>{StatementForm.Named}))$", Options)]
    private static partial Regex Matter();

    [GeneratedRegex(@"^((my|the) )?(?<name>[\p{L}-]+s)$", Options)]
    private static partial Regex Topic();
}
