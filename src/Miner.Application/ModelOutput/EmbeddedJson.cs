using System.Text;
using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Thoughts;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.ModelOutput;

/// <summary>A value that <see cref="EmbeddedJson{T}"/> found.</summary>
/// <param name="Repaired">What was done to read it; null when it is valid JSON.</param>
/// <param name="Leads">Whether nothing but white space and the mark of a code fence stands before it.</param>
/// <param name="Thought">Whether it was the model's answer when it wrote it.</param>
/// <param name="End">The first index behind it.</param>
internal readonly record struct FoundJson<T>(T Value, RepairedJson? Repaired, bool Leads, ThoughtState Thought, int End)
{
    /// <summary>Whether the model had not finished thinking when it wrote it.</summary>
    public bool IsThought => Thought != ThoughtState.None;

    /// <summary>Whether the value was not just ended by the text's end.</summary>
    public bool IsClosed => Repaired is null or { IsClosed: true };
}

/// <summary>Where a value stands in what a model thinks.</summary>
internal enum ThoughtState
{
    /// <summary>Outside of it.</summary>
    None,

    /// <summary>In a thought that the end of the text cuts off.</summary>
    Unfinished,

    /// <summary>Before the answer.</summary>
    Finished,
}

/// <summary>Finds JSON in what models write around it: prose, code fences, thoughts.</summary>
/// <param name="openers">What a value that is looked for may begin with.</param>
/// <param name="recognise">What a value means to the caller, or null when it is none that is looked for.</param>
/// <param name="repair">Whether to read broken JSON too.</param>
internal sealed class EmbeddedJson<T>(string text, string openers, Func<JsonTree, T?> recognise, bool repair)
    where T : class
{
    // Both bound the time: what is read and read again, and the failures, each of which costs the strict reader an exception.
    private const int BudgetPerCharacter = 5;
    private const int SmallestBudget = 1 << 16;
    private const int MaxFailures = 1_024;

    /// <summary>Of what is nested too deep: all of it was read, and what stands within is likely to be nested too deep as well.</summary>
    private const int FailuresTooDeep = 16;

    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);
    private readonly TolerantParser _parser = new(text);
    private readonly List<FoundJson<T>> _found = [];
    private long _budget = Math.Max(SmallestBudget, (long)BudgetPerCharacter * text.Length);
    private int _failures;
    private (int Index, int Utf8Offset) _known;
    private int _index;
    private int _answerStart;
    private int _thoughts;
    private bool _thinks;

    /// <summary>What is recognised, in order, none within another.</summary>
    /// <param name="tags">The thoughts to pass over; none, to look inside them.</param>
    public IReadOnlyList<FoundJson<T>> Find(IReadOnlyList<ThinkTag> tags)
    {
        var unpassed = new Queue<ThinkTag>(tags);
        for (var opener = Opener(); opener >= 0 && _budget > 0 && _failures < MaxFailures; opener = Opener())
        {
            while (unpassed.TryPeek(out var tag) && tag.Start < opener) PassTag(unpassed.Dequeue());
            if (opener >= _index) Try(opener);
        }

        while (unpassed.Count > 0) PassTag(unpassed.Dequeue());
        return _found;
    }

    private int Opener()
    {
        var next = text.AsSpan(_index).IndexOfAny(openers);
        return next < 0 ? -1 : _index + next;
    }

    private void PassTag(ThinkTag tag)
    {
        if (tag.Start < _index) return; // it stands in a value or a thought
        if (tag.Kind == ThinkTagKind.Closing)
        {
            for (; _thoughts < _found.Count; _thoughts++) _found[_thoughts] = _found[_thoughts] with { Thought = ThoughtState.Finished };
        }

        // A thought without an end may hold the answer, where none stands before it.
        _thinks |= tag is { Kind: ThinkTagKind.Opening, ThoughtEnd: < 0 };
        _index = _answerStart = tag.Kind == ThinkTagKind.Opening && !_thinks ? tag.ThoughtEnd : tag.End;
    }

    private void Try(int start)
    {
        _index = start + 1;
        if (ReadValid(start, out var consumed) is { } tree)
        {
            _index = start + consumed;
            Keep(tree, repaired: null, start);
        }
        else if (repair && IsPromising(start))
        {
            Repair(start);
        }
    }

    private JsonTree? ReadValid(int start, out int consumed)
    {
        consumed = 0;
        var first = text.AsSpan(start + 1).TrimStart(" \t\r\n");
        if (first is not ['"' or '{', ..]) return null; // spares most of the exceptions
        var offset = Utf8Offset(start);
        var tree = StrictJson.ReadFirst(_utf8.AsSpan(offset), out var bytes);
        _budget -= bytes;
        if (tree is null) _failures++;
        else consumed = Encoding.UTF8.GetCharCount(_utf8, offset, bytes);
        return tree;
    }

    private void Repair(int start)
    {
        var before = _parser.Work;
        var repaired = _parser.Read(start);
        _budget -= _parser.Work - before;
        if (repaired is null) _failures += FailuresTooDeep;
        else if (Keep(repaired.Value, repaired, start)) _index = repaired.End;
        else _failures++;
    }

    /// <summary>Whether more than the brackets of prose or of code begins here.</summary>
    private bool IsPromising(int start)
    {
        if (EscapedJson.Begins(text, start)) return true;
        if (text[start] == '{') return KeyAhead.At(text, start + 1);
        var next = JsonTrivia.Skip(text, start + 1, longest: KeyAhead.Horizon);
        return next < text.Length && text[next] == '{';
    }

    private bool Keep(JsonTree tree, RepairedJson? repaired, int start)
    {
        if (recognise(tree) is not { } value) return false;
        var (leads, end) = (Leads(start), repaired?.End ?? _index);
        _found.Add(new FoundJson<T>(value, repaired, leads, _thinks ? ThoughtState.Unfinished : ThoughtState.None, end));
        _answerStart = end;
        return true;
    }

    private bool Leads(int start)
    {
        var before = text.AsSpan(_answerStart, start - _answerStart).Trim();
        if (before.StartsWith("```"))
            before = before[3..].TrimStart("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").TrimStart();
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
