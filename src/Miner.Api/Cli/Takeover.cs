using System.Globalization;

namespace Miner.Api.Cli;

/// <summary>What to do where the original miner's database stands in the place of this program's.</summary>
internal static class Takeover
{
    private static readonly string[] Suffixes = ["", "-wal", "-journal"];

    /// <summary>The two commands that take it over, as they can be pasted into a POSIX shell in this folder.</summary>
    /// <param name="file">The whole path of the original's database.</param>
    public static string Commands(string file)
    {
        var renamed = FreeName($"{file}.original");
        // A log belongs to the name of its database, and holds what the file lacks.
        var moves = Suffixes
            .Where(suffix => suffix.Length == 0 || File.Exists(file + suffix))
            .Select(suffix => ShellWords.Join(["mv", file + suffix, renamed + suffix]));
        return $"""
            Stop that miner; then these take its conversations and playbooks over:

              {string.Join(" && ", moves)}
              {ShellWords.Join([.. Program(), "import", renamed])}
            """;
    }

    private static string FreeName(string name)
    {
        var (free, number) = (name, 2);
        while (Path.Exists(free)) free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number++}");
        return free;
    }

    /// <summary>This program as it was started: by its own name, or by <c>dotnet</c> with its library.</summary>
    private static IEnumerable<string> Program() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) != "dotnet"
            ? [path]
            : ["dotnet", Path.GetFullPath(Environment.GetCommandLineArgs()[0])];
}
