namespace Miner.Application.ModelOutput.Thoughts;

/// <summary>Goes through what looks like tags, in order, and leaves out those that the text only speaks of.</summary>
internal sealed class MeantTags(string text, IReadOnlyList<ThinkTag> found)
{
    private readonly List<ThinkTag> _meant = [];
    private readonly CodeMarks _code = new(text);
    private readonly Dictionary<string, int> _lastClosing = LastClosing(found);
    private string? _open;
    private ThinkTag? _spokenOf;

    public IReadOnlyList<ThinkTag> Select()
    {
        for (var index = 0; index < found.Count; index++)
        {
            var tag = found[index];
            if (_open is not null) InThought(tag);
            else if (!_code.Hold(tag.Start) && !IsSpokenOf(tag, index)) Keep(tag);
        }

        return _meant;
    }

    /// <summary>A thought may speak of the tag that it will end with, in quotes; the rest of it is nobody's to read.</summary>
    private void InThought(ThinkTag tag)
    {
        if (tag.Kind == ThinkTagKind.Opening || !Ends(tag)) return;
        if (ThinkTagContext.OpensQuote(text, tag.Start) && ThinkTagContext.ClosesQuote(text, tag.End)) return;
        _open = null;
        _meant.Add(tag);
        _code.Restart(tag.End);
    }

    private bool Ends(ThinkTag tag) =>
        tag.Name == _open || (tag.Kind == ThinkTagKind.Closing && _lastClosing.GetValueOrDefault(_open!, -1) < tag.Start);

    private void Keep(ThinkTag tag)
    {
        _meant.Add(tag);
        _spokenOf = null;
        if (tag.Kind == ThinkTagKind.Opening) _open = tag.Name;
        else _code.Restart(tag.End);
    }

    private bool IsSpokenOf(ThinkTag tag, int index)
    {
        var quoted = ThinkTagContext.OpensQuote(text, tag.Start);
        if (tag.Name == ThinkTagPattern.ChannelName) return quoted && ThinkTagContext.ClosesQuote(text, tag.End);
        if (tag.Kind == ThinkTagKind.Opening)
        {
            if (!quoted && !ThinkTagContext.IsNoun(text, tag, Closing(tag, index))) return false;
            _spokenOf = tag;
            return true;
        }

        if (quoted && ThinkTagContext.ClosesQuote(text, tag.End)) return true;
        if (_spokenOf is { } partner && partner.Name == tag.Name)
        {
            _spokenOf = null;
            if (ThinkTagContext.ClosesQuote(text, tag.End) || ThinkTagContext.IsIndentedMarkup(text, partner.Start)) return true;
            if (ThinkTagContext.IsOneLine(text, partner.End, tag.Start)) return true;
        }

        return ThinkTagContext.IsNoun(text, tag);
    }

    private ThinkTag? Closing(ThinkTag tag, int index) =>
        index + 1 < found.Count && found[index + 1] is { Kind: not ThinkTagKind.Opening } next && next.Name == tag.Name ? next : null;

    private static Dictionary<string, int> LastClosing(IReadOnlyList<ThinkTag> tags)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tag in tags)
            if (tag.Kind != ThinkTagKind.Opening) last[tag.Name] = tag.Start;
        return last;
    }
}
