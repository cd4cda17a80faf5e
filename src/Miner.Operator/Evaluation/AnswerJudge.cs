using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Operator.Evaluation.Problems;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation;

/// <summary>Lets a language model judge what cannot be computed: the six criteria beside accuracy.</summary>
internal sealed class AnswerJudge(IChatModel model, TimeProvider time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>A model that is still overloaded after so many waits in a row is not waited for any more.</summary>
    private const int MostWaitsInVain = 8;

    private static readonly Dictionary<string, Criterion> Fields = new()
    {
        ["relevance"] = Criterion.Relevance,
        ["completeness"] = Criterion.Completeness,
        ["clarity"] = Criterion.Clarity,
        ["instruction_following"] = Criterion.InstructionFollowing,
        ["format"] = Criterion.Format,
        ["safety"] = Criterion.Safety,
    };

    private static readonly AnswerSchema Schema = new(
        "points",
        $$"""
        {
          "type": "object",
          "properties": { {{string.Join(", ", Fields.Keys.Select(name => $"\"{name}\": {{\"type\": \"integer\"}}"))}} },
          "required": [{{string.Join(", ", Fields.Keys.Select(name => $"\"{name}\""))}}],
          "additionalProperties": false
        }
        """);

    private static readonly Lazy<string> Instructions = new(ReadInstructions);

    private int _waitsInVain;

    /// <summary>The points of the six, or null where the model failed or did not give all of them.</summary>
    public async Task<IReadOnlyDictionary<Criterion, double>?> JudgeAsync(
        Problem problem,
        string answer,
        CancellationToken cancellationToken)
    {
        var messages = new Prompt(Instructions.Value, [])
            .WithBlock("question", problem.Question)
            .WithBlock("reference answer", problem.Answer)
            .WithBlock("answer", answer)
            .ToMessages();
        while (true)
        {
            try
            {
                var completion = await model.CompleteAsync(new ChatRequest(messages, Schema, Temperature: 0), cancellationToken);
                Interlocked.Exchange(ref _waitsInVain, 0);
                return Read(completion.Choices[0].Text);
            }
            catch (ChatModelException exception) when (
                exception is { Failure: ChatModelFailure.Overloaded, RetryAfter: { } pause } && pause <= LongestWait
                && Interlocked.Increment(ref _waitsInVain) <= MostWaitsInVain)
            {
                // Else an open circuit would leave all that is left to judge without a verdict, within milliseconds.
                await Task.Delay(pause, time, cancellationToken);
            }
            catch (ChatModelException)
            {
                // One answer without a verdict is reported as such; it is no reason to lose the others.
                return null;
            }
        }
    }

    private static Dictionary<Criterion, double>? Read(string text) =>
        NamedNumbers.Read(text, Fields.Keys, least: 0, most: 100) is { } points
            ? points.ToDictionary(named => Fields[named.Key], named => named.Value)
            : null;

    private static string ReadInstructions()
    {
        using var stream = typeof(AnswerJudge).Assembly.GetManifestResourceStream(typeof(AnswerJudge), "judge.txt")
            ?? throw new InvalidOperationException("The embedded instructions of the judge are missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }
}
