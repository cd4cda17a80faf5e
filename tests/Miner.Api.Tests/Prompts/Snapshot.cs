using System.Text;
using Miner.Testing;

namespace Miner.Api.Tests.Prompts;

/// <summary>A text that is committed, to be compared with what the service does now.</summary>
internal static class Snapshot
{
    private static readonly string Folder = Path.Combine(Sources.Root, "tests", "Miner.Api.Tests", "Prompts", "Snapshots");

    /// <summary>Compares, or where <c>UPDATE_SNAPSHOTS</c> is 1, writes what is to be committed.</summary>
    public static void AssertIs(string name, string actual)
    {
        var path = Path.Combine(Folder, $"{name}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") File.WriteAllText(path, actual);

        Assert.That(path, Does.Exist, "There is no snapshot yet; UPDATE_SNAPSHOTS=1 in the environment writes it.");
        var expected = File.ReadAllText(path);
        if (expected == actual) return;
        Assert.Fail(
            $"{Path.GetRelativePath(Sources.Root, path)} (-) is not what was sent (+). If it is meant, set UPDATE_SNAPSHOTS=1 and run "
            + $"this again.\n{Difference(expected.Split('\n'), actual.Split('\n'))}");
    }

    /// <summary>The lines of both, those of one alone marked, by the longest common subsequence.</summary>
    private static string Difference(string[] expected, string[] actual)
    {
        var common = new int[expected.Length + 1, actual.Length + 1];
        for (var i = expected.Length - 1; i >= 0; i--)
        {
            for (var j = actual.Length - 1; j >= 0; j--)
                common[i, j] = expected[i] == actual[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var shown = new StringBuilder();
        var (left, right) = (0, 0);
        while (left < expected.Length || right < actual.Length)
        {
            if (left < expected.Length && right < actual.Length && expected[left] == actual[right])
                (left, right) = (left + 1, right + AppendLine("  ", expected[left]));
            else if (right == actual.Length || (left < expected.Length && common[left + 1, right] >= common[left, right + 1]))
                left += AppendLine("- ", expected[left]);
            else
                right += AppendLine("+ ", actual[right]);
        }

        return shown.ToString();

        int AppendLine(string mark, string line)
        {
            shown.Append(mark).Append(line).Append('\n');
            return 1;
        }
    }
}
