using Miner.Application.ModelOutput.Json;

namespace Miner.Application.ModelOutput.Tolerant;

/// <param name="End">The index after what was read.</param>
/// <param name="IsClosed">Whether the value was closed, not just ended by the text's end.</param>
/// <param name="IsCut">Whether the text ended within a string.</param>
internal sealed record RepairedJson(JsonTree Value, int End, bool IsClosed, bool IsCut);

/// <summary>
/// Reads one value of what was meant to be JSON, in a single pass: what is open stands on a stack, and what is missing or too much is
/// decided by what comes next, never further ahead than <see cref="KeyAhead.Horizon"/>.
/// </summary>
internal sealed class TolerantParser
{
    private const int MaxQuotations = 3;

    private readonly string _text;
    private readonly OpenContainers _open = new();
    private readonly TolerantStrings _strings;
    private readonly TolerantWords _words;
    private int _index;
    private bool _isClosed;

    public TolerantParser(string text)
    {
        _text = text;
        _strings = new TolerantStrings(text, _open);
        _words = new TolerantWords(text, _open);
    }

    /// <summary>How many characters were looked at, in all calls together.</summary>
    public long Work { get; private set; }

    /// <summary>The value that begins at <paramref name="start"/>; null when none does, or one nested too deep.</summary>
    public RepairedJson? Read(int start) => Read(start, MaxQuotations);

    private RepairedJson? Read(int start, int quotations)
    {
        if (start >= _text.Length) return null;
        if (quotations > 0 && EscapedJson.At(_text, start) is { } escaped) return ReadEscaped(escaped.Text, escaped.End, quotations - 1);
        _open.Clear();
        _strings.IsCut = false;
        _isClosed = true;
        _index = start;
        var ahead = _strings.Work + _words.Work;
        var root = Value();
        while (root is null && _open.Count is > 0 and <= JsonTree.MaxDepth) root = Part();
        Work += _index - start + _strings.Work + _words.Work - ahead;
        return root is null ? null : new RepairedJson(root, _index, _isClosed, _strings.IsCut);
    }

    private RepairedJson? ReadEscaped(string text, int end, int quotations)
    {
        Work += text.Length;
        if (StrictJson.Parse(text) is { } valid) return new RepairedJson(valid, end, IsClosed: true, IsCut: false);
        var parser = new TolerantParser(text);
        var repaired = parser.Read(JsonTrivia.Skip(text, 0), quotations);
        Work += parser.Work;
        return repaired is null ? null : repaired with { End = end };
    }

    /// <summary>Reads on in the innermost container.</summary>
    /// <returns>The outermost one once it is closed.</returns>
    private JsonTree? Part()
    {
        PassSeparators();
        if (_index == _text.Length) return CloseAll();
        var container = _open.Innermost;
        if (JsonSyntax.IsCloser(_text[_index])) return Close(_text[_index]);
        if (container.Kind == JsonContainerKind.Object && !Name(container)) return null;
        if (container.Kind == JsonContainerKind.Array && KeyAhead.QuotedAt(_text, _index)) return NameInArray(container);
        if (Value() is { } value) container.Add(value);
        return null;
    }

    /// <summary>
    /// Where an item should be there is a name: the array lost its bracket and the object around it goes on, or an item lost its brace.
    /// </summary>
    private JsonTree? NameInArray(JsonContainer container)
    {
        if (!container.IsEmpty && _open.Count > 1 && _open[_open.Count - 2] == JsonContainerKind.Object) return _open.Close();
        _open.Open(JsonContainerKind.Object);
        return null;
    }

    private void PassSeparators()
    {
        var valueNext = _open.Kind != JsonContainerKind.Object;
        while (true)
        {
            _index = JsonTrivia.Skip(_text, _index, valueNext);
            if (_index == _text.Length) return;
            if (JsonSyntax.IsComma(_text[_index]) || _text[_index] == ';') _index++;
            else if (JsonSyntax.Ellipsis(_text.AsSpan(_index)) is > 0 and var length) _index += length;
            else return;
        }
    }

    /// <summary>Reads a member's name and its colon.</summary>
    /// <returns>Whether a value comes next.</returns>
    private bool Name(JsonContainer container)
    {
        var first = _text[_index];
        if (JsonSyntax.IsOpener(first)) return OpenerForName(container);
        var quoted = JsonSyntax.IsQuote(first) || KeyAhead.IsEscapedQuote(_text, _index);
        var name = quoted ? _strings.ReadName(ref _index) : _words.ReadName(ref _index);
        _index = JsonTrivia.Skip(_text, _index);
        if (_index == _text.Length) return false;
        var next = _text[_index];
        if (JsonSyntax.IsColon(next)) return ValueAfterColon(container, name);
        var lostColon = quoted
            ? !JsonSyntax.IsComma(next) && !JsonSyntax.IsCloser(next)
            : (JsonSyntax.IsQuote(next) && !KeyAhead.QuotedAt(_text, _index)) || JsonSyntax.IsOpener(next);
        if (lostColon || quoted) container.Name = name;
        if (!lostColon && quoted) container.Add(JsonTree.Null.Instance);
        return lostColon;
    }

    private bool ValueAfterColon(JsonContainer container, string name)
    {
        container.Name = name;
        while (_index < _text.Length && (JsonSyntax.IsColon(_text[_index]) || _text[_index] == '>')) _index++;
        while (_index < _text.Length && (JsonSyntax.IsSpace(_text[_index]) || IsLoneColon())) _index++;
        if (_words.ReadFenced(ref _index) is { } block)
        {
            container.Add(new JsonTree.Text(block));
            return false;
        }

        _index = JsonTrivia.Skip(_text, _index, valueNext: true);
        if (_index < _text.Length && !JsonSyntax.IsComma(_text[_index]) && !JsonSyntax.IsCloser(_text[_index])) return true;
        container.Add(JsonTree.Null.Instance);
        return false;
    }

    private bool IsLoneColon() => _text[_index] == ':' && _index + 1 < _text.Length && JsonSyntax.IsSpace(_text[_index + 1]);

    /// <summary>
    /// Where a name should be there is a container: another pair of braces around the object, or the object was not closed.
    /// </summary>
    private bool OpenerForName(JsonContainer container)
    {
        if (container.IsEmpty && _text[_index] == '{')
        {
            _index++;
            return false;
        }

        var unclosed = !container.IsEmpty && _open.Count > 1 && _open[_open.Count - 2] == JsonContainerKind.Array;
        if (unclosed) _open.Close();
        return !unclosed;
    }

    /// <summary>Reads a value, unless it is a container: that one is opened.</summary>
    private JsonTree? Value()
    {
        var first = _text[_index];
        if (JsonSyntax.IsQuote(first) || KeyAhead.IsEscapedQuote(_text, _index)) return new JsonTree.Text(_strings.ReadValue(ref _index));
        if (!JsonSyntax.IsOpener(first) && !_words.PassCall(ref _index)) return _words.ReadValue(ref _index);
        if (JsonSyntax.IsOpener(first)) _index++;
        _open.Open(first switch
        {
            '{' => JsonContainerKind.Object,
            '[' => JsonContainerKind.Array,
            _ => JsonContainerKind.Parentheses,
        });
        return null;
    }

    /// <summary>
    /// A closer closes what it can close, and with it what stands within; one that nothing waits for stands for the right one.
    /// </summary>
    private JsonTree? Close(char closer)
    {
        var kind = JsonSyntax.ClosedBy(closer);
        var waiting = _open.CountOf(kind);
        if (waiting == 0 && (kind == JsonContainerKind.Parentheses || IsDoubled(closer)))
        {
            _index++;
            return null;
        }

        var goesOn = waiting == 1 && _open[0] == kind && GoesOn();
        if (waiting == 0 || _open.Kind == kind || goesOn) _index++;
        return goesOn && _open.Count == 1 ? null : _open.Close();
    }

    /// <summary>Whether the closer here only repeats the one before it, and more of what is open follows.</summary>
    private bool IsDoubled(char closer)
    {
        if (_text[_index - 1] != closer) return false;
        var next = JsonTrivia.Skip(_text, _index + 1, longest: KeyAhead.Horizon);
        return next < _text.Length && (JsonSyntax.IsComma(_text[next]) || JsonSyntax.IsCloser(_text[next]));
    }

    /// <summary>Whether more of what is open follows the closer here, so that it cannot close everything.</summary>
    private bool GoesOn()
    {
        var next = JsonTrivia.Skip(_text, _index + 1, longest: KeyAhead.Horizon);
        if (next == _text.Length || !JsonSyntax.IsComma(_text[next])) return false;
        next = JsonTrivia.Skip(_text, next + 1, longest: KeyAhead.Horizon);
        if (next == _text.Length) return false;
        if (_open[0] == JsonContainerKind.Object) return KeyAhead.QuotedAt(_text, next);
        return _open.Count > 1 && !JsonSyntax.IsCloser(_text[next]);
    }

    private JsonTree CloseAll()
    {
        _isClosed = false;
        while (true)
        {
            if (_open.Close() is { } root) return root;
        }
    }
}
