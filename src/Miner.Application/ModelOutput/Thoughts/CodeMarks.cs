using System.Buffers;

namespace Miner.Application.ModelOutput.Thoughts;

/// <summary>Tells what stands in code, as Markdown marks it, in one pass from the front to the back.</summary>
internal sealed class CodeMarks(string text)
{
    private const int FenceLength = 3;

    private static readonly SearchValues<char> Marks = SearchValues.Create("`\n");

    private int _at;
    private bool _isBlankLine = true;
    private int _inline;
    private int _fenceEnd = -1;
    private bool _fencesEnd = true;
    private int _nextMark = -1;

    /// <summary>Begins anew behind a thought, whose marks are its own.</summary>
    public void Restart(int index) => (_at, _isBlankLine, _inline, _fenceEnd) = (index, true, 0, -1);

    /// <summary>
    /// Whether <paramref name="index"/>, which never goes back, stands in a code span or in a fenced block that is closed.
    /// </summary>
    public bool Hold(int index)
    {
        while (_at < index) Advance(index);
        return index < _fenceEnd || (_inline > 0 && NextMark(index) is var next && next < text.Length && text[next] == '`');
    }

    private void Advance(int index)
    {
        if (_at < _fenceEnd)
        {
            _at = Math.Min(index, _fenceEnd);
            return;
        }

        var gap = text.AsSpan(_at, index - _at);
        var length = gap.IndexOfAny(Marks);
        if (length >= 0) gap = gap[..length];
        _isBlankLine &= gap.IsWhiteSpace();
        _at += gap.Length;
        if (length < 0) return;
        if (text[_at] == '\n') (_at, _isBlankLine, _inline) = (_at + 1, true, 0);
        else PassTicks();
    }

    private void PassTicks()
    {
        var run = text.AsSpan(_at).IndexOfAnyExcept('`') is >= 0 and var length ? length : text.Length - _at;
        if (_isBlankLine && run >= FenceLength) _fenceEnd = FenceEnd(_at + run);
        else _inline = _inline == 0 ? run : _inline == run ? 0 : _inline;
        _isBlankLine = false;
        _at += run;
    }

    /// <summary>Where the line begins that closes the fence; -1 when none does.</summary>
    private int FenceEnd(int index)
    {
        while (_fencesEnd && text.IndexOf('\n', index) is >= 0 and var line)
        {
            index = line + 1;
            var mark = text.AsSpan(index).TrimStart(" \t");
            if (!mark.StartsWith("```")) continue;
            mark = mark.TrimStart('`').TrimStart(" \t\r");
            if (mark.IsEmpty || mark[0] == '\n') return index;
        }

        _fencesEnd = false;
        return -1;
    }

    private int NextMark(int index)
    {
        if (_nextMark >= index) return _nextMark;
        var next = text.AsSpan(index).IndexOfAny(Marks);
        return _nextMark = next < 0 ? text.Length : index + next;
    }
}
