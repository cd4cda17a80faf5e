using System.Text.Json;
using Miner.Domain.Text;
using Miner.Mathematics.Answers;
using Miner.Operator.Files;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>
/// Problems as JSON Lines: <c>{"question": "…", "answer": "…"}</c> and, if wanted, <c>"category"</c>. The answer is a number or a text
/// whose final answer is the right one, as in the data set GSM8K, where it ends with <c>#### 42</c>.
/// </summary>
internal static class ProblemLines
{
    private const int MaxLineBytes = 1024 * 1024;
    private const int MaxQuestion = 10_000;
    private const int MaxCategory = 100;
    private const string DefaultCategory = "all";

    /// <exception cref="OperatorException">The file cannot be read; the message names the line.</exception>
    public static IReadOnlyList<Problem> Read(string path)
    {
        var problems = new List<Problem>();
        foreach (var (number, text) in BoundedLines.Read(path, MaxLineBytes))
        {
            if (problems.Count == ProblemGenerator.MaxCount)
                throw BoundedLines.Fault(path, number, $"there are more than {ProblemGenerator.MaxCount:N0} problems");
            problems.Add(Read(path, number, text));
        }

        return problems.Count > 0 ? problems : throw new OperatorException($"{path} holds no problems.");
    }

    private static Problem Read(string path, int number, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw BoundedLines.Fault(path, number, "this is not a JSON object");

            var question = Text(document.RootElement, "question") ?? throw BoundedLines.Fault(path, number, "'question' must be a text");
            var answer =
                Text(document.RootElement, "answer") ?? throw BoundedLines.Fault(path, number, "'answer' must be a text or a number");
            if (CodePoints.Count(question) > MaxQuestion)
                throw BoundedLines.Fault(path, number, $"'question' is longer than {MaxQuestion:N0} characters");
            if (CodePoints.HasUnstorable(question))
                throw BoundedLines.Fault(path, number, "'question' holds a NUL character or half of a surrogate pair");
            if (FinalAnswer.Extract(answer) is null) throw BoundedLines.Fault(path, number, "'answer' holds no final answer");
            return new Problem(CodePoints.Cut(Text(document.RootElement, "category") ?? DefaultCategory, MaxCategory), question, answer);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A lone surrogate is valid JSON and no valid text.
            throw BoundedLines.Fault(path, number, "this is not valid JSON", exception);
        }
    }

    private static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String when !string.IsNullOrWhiteSpace(value.GetString()) => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;
}
