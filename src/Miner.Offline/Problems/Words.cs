namespace Miner.Offline.Problems;

/// <summary>Words that say nothing of what is asked for.</summary>
internal static class Words
{
    private static readonly HashSet<string> Fillers = Set(
        "a an and also answer are as be calculate can compute could detail details determine do does equal equals evaluate exact exactly "
            + "explain express expression figure find following for give given hello help hey hi how i if in is it just kindly know let many math "
            + "maths me much my need now number numbers of out please problem question quick quickly result s show solution solve step steps tell "
            + "thank thanks that the then these this to us value values want was what what's whats when where which will with work working would "
            + "write you your by up");

    /// <summary>A set of words from a blank-separated list.</summary>
    public static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    public static bool IsFiller(string word) => Fillers.Contains(word);
}
