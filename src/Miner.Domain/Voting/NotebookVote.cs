using Miner.Domain.Components;

namespace Miner.Domain.Voting;

/// <summary>A vote of notebooks.</summary>
public static class NotebookVote
{
    /// <summary>
    /// The notebook that most outputs agree on, of equally many the one that came first, as with answers. Two agree when they differ in
    /// line ends and in blanks at the end of lines or around the whole alone. <see cref="Notebook.NoUpdate"/> where none is real.
    /// </summary>
    public static string Choose(IEnumerable<string> notebooks) =>
        notebooks.Where(Notebook.IsReal)
            .GroupBy(Normalized)
            .OrderByDescending(group => group.Count())
            .FirstOrDefault()?.First() ?? Notebook.NoUpdate;

    private static string Normalized(string notebook) =>
        string.Join('\n', notebook.Trim().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
}
