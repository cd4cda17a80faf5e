using System.Text;

namespace Miner.Application.Answers;

/// <summary>A value that <see cref="EmbeddedJson{T}"/> found.</summary>
/// <param name="Leads">Whether nothing but white space and the mark of a code fence stands before it.</param>
/// <param name="IsThought">Whether the model had not finished thinking when it wrote it.</param>
internal readonly record struct FoundJson<T>(T Value, bool Leads, bool IsThought);

/// <summary>Finds JSON in what models write around it: prose, code fences, thoughts.</summary>
/// <param name="openers">What a value that is looked for may begin with.</param>
/// <param name="recognise">What a value means to the caller, or null when it is none that is looked for.</param>
internal sealed class EmbeddedJson<T>(string text, string openers, Func<JsonTree, T?> recognise)
    where T : class
{
    // Every attempt to read a value costs what it read, and this much at least; so the whole takes linear time.
    private const int AttemptCost = 64;
    private const int BudgetPerCharacter = 16;
    private const int SmallestBudget = 1 << 16;

    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);
    private readonly List<FoundJson<T>> _found = [];
    private long _budget = Math.Max(SmallestBudget, (long)BudgetPerCharacter * text.Length);
    private (int Index, int Utf8Offset) _known;
    private int _index;
    private int _answerStart;
    private int _thoughts;

    /// <summary>What is recognised, in order, none within another.</summary>
    /// <param name="tags">The thoughts to pass over; none, to look inside them.</param>
    public IReadOnlyList<FoundJson<T>> Find(IReadOnlyList<ThinkTag> tags)
    {
        var nextTag = 0;
        while (_budget > 0)
        {
            var next = text.AsSpan(_index).IndexOfAny(openers);
            if (nextTag < tags.Count && (next < 0 || tags[nextTag].Start < _index + next))
                nextTag = PassTag(tags, nextTag);
            else if (next < 0)
                break;
            else
                Try(_index + next);
        }

        return _found;
    }

    /// <returns>The number of the next tag to look at.</returns>
    private int PassTag(IReadOnlyList<ThinkTag> tags, int number)
    {
        var tag = tags[number];
        if (tag.Start < _index) return number + 1; // it stands in a value
        var last = number;
        if (tag.Closes)
        {
            for (; _thoughts < _found.Count; _thoughts++) _found[_thoughts] = _found[_thoughts] with { IsThought = true };
        }
        else
        {
            while (last < tags.Count && !tags[last].Closes) last++;
            if (last == tags.Count) last = number; // a thought without an end may hold the answer
        }

        _index = _answerStart = tags[last].End;
        return last + 1;
    }

    private void Try(int start)
    {
        var offset = Utf8Offset(start);
        var tree = StrictJson.ReadFirst(_utf8.AsSpan(offset), out var consumed);
        _budget -= AttemptCost + consumed;
        _index = start + 1;
        if (tree is null) return;
        _index = start + Encoding.UTF8.GetCharCount(_utf8, offset, consumed);
        Keep(tree, start);
    }

    private void Keep(JsonTree tree, int start)
    {
        if (recognise(tree) is not { } value) return;
        _found.Add(new FoundJson<T>(value, Leads(start), IsThought: false));
        _answerStart = _index;
    }

    private bool Leads(int start)
    {
        var before = text.AsSpan(_answerStart, start - _answerStart).Trim();
        if (before.StartsWith("```")) before = before[3..].TrimStart("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").TrimStart();
        return before is "" or "[" or "\"" or ",";
    }

    // The parts of the text between two calls never split a surrogate pair: an opener is ASCII.
    private int Utf8Offset(int index)
    {
        var (known, offset) = _known;
        _known = (index, offset + Encoding.UTF8.GetByteCount(text.AsSpan(known, index - known)));
        return _known.Utf8Offset;
    }
}
