using Miner.Domain.Text;

namespace Miner.Application.Recording;

/// <summary>
/// The texts of one recorded call: without secrets, and cut where all of them together are longer than <see cref="MostCharacters"/>, so
/// that no call takes the place of all others.
/// </summary>
internal sealed class CallTexts(SecretMask mask)
{
    public const int MostCharacters = 1_000_000;

    /// <summary>What an item takes beside its text, so that many short ones are bounded as well.</summary>
    private const int ItemCharacters = 50;

    private int _left = MostCharacters;

    /// <summary>Whether a text was cut.</summary>
    public bool IsCut { get; private set; }

    public string Keep(string text)
    {
        var hidden = mask.Hide(text);
        var kept = CodePoints.Cut(hidden, Math.Max(0, _left));
        if (kept.Length < hidden.Length) IsCut = true;
        _left -= kept.Length + ItemCharacters;
        return kept;
    }

    public string? KeepIfAny(string? text) => text is null ? null : Keep(text);

    /// <summary>As many items as there is still room for.</summary>
    public IReadOnlyList<TKept> Keep<T, TKept>(IEnumerable<T> items, Func<T, TKept> keep)
    {
        var kept = new List<TKept>();
        foreach (var item in items)
        {
            if (_left <= 0)
            {
                IsCut = true;
                break;
            }

            _left -= ItemCharacters;
            kept.Add(keep(item));
        }

        return kept;
    }
}
