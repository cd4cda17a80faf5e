using Miner.Mathematics.Answers;

namespace Miner.Operator.Evaluation.Scoring;

/// <summary>What the lines of a reply come to, each by itself.</summary>
internal static class StatedAnswers
{
    /// <summary>The last lines alone are looked at: a reply ends with what it comes to.</summary>
    private const int MostLines = 100;

    private const int LongestLine = 1_000;

    /// <summary>Whether one of the last lines of <paramref name="reply"/> has <paramref name="answer"/> as its final answer.</summary>
    public static bool Hold(string reply, FinalAnswer answer)
    {
        var lines = 0;
        for (var end = reply.Length; end > 0 && lines < MostLines; lines++)
        {
            var start = reply.LastIndexOf('\n', end - 1) + 1;
            var line = reply[start..end];
            // Asked of no question, it takes a line for an answer only where the line presents itself as one.
            if (line.Length <= LongestLine && FinalAnswer.Extract(line, question: "")?.Equivalent(answer) == true) return true;
            end = start - 1;
        }

        return false;
    }
}
