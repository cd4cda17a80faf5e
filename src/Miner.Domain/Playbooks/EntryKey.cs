using System.Text;

namespace Miner.Domain.Playbooks;

/// <summary>Keys as models vary them: <c>response_style</c>, <c>Response-Style</c> and <c>responseStyle</c> name one entry.</summary>
internal static class EntryKey
{
    public static bool AreSame(string left, string right) => left == right || Reduce(left) == Reduce(right);

    /// <summary>In lower case, without what only separates words; signs that tell names apart (<c>c++</c>, <c>c#</c>) stay.</summary>
    private static string Reduce(string key)
    {
        var reduced = new StringBuilder(key.Length);
        foreach (var rune in key.EnumerateRunes())
            if (!Rune.IsWhiteSpace(rune) && rune.Value is not ('_' or '-')) reduced.Append(Rune.ToLowerInvariant(rune));
        return reduced.Length == 0 ? key : reduced.ToString();
    }
}
