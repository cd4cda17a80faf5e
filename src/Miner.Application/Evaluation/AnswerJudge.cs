using System.Globalization;
using Miner.Application.Answers;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Domain.Components;
using Miner.Domain.Evaluation.Problems;
using Miner.Domain.Evaluation.Scoring;

namespace Miner.Application.Evaluation;

/// <summary>Lets a language model judge what cannot be computed: the six criteria beside accuracy.</summary>
internal sealed class AnswerJudge(IChatModel model)
{
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

    /// <summary>The points of the six, or null where the model failed or did not give all of them.</summary>
    public async Task<IReadOnlyDictionary<Criterion, double>?> JudgeAsync(Problem problem, string answer, CancellationToken cancellationToken)
    {
        var messages = new Prompt(PromptTexts.Judge, [])
            .WithBlock("question", problem.Question)
            .WithBlock("reference answer", problem.Answer)
            .WithBlock("answer", answer)
            .ToMessages();
        var input = new ComponentInput("evaluation", "", [problem.Question], [], UseConversationHistory: false, UsePlaybook: false);
        try
        {
            var completion = await model.CompleteAsync(new ChatRequest(messages, Schema, Temperature: 0, Component.Feedback, input), cancellationToken);
            return Read(completion.Choices[0].Text);
        }
        catch (ChatModelException)
        {
            // One answer without a verdict is reported as such; it is no reason to lose the others.
            return null;
        }
    }

    private static Dictionary<Criterion, double>? Read(string text) =>
        new EmbeddedJson<Dictionary<Criterion, double>>(text, "{", Points, repair: true).Find(Thinking.Tags(text)) is [.., var last] ? last.Value : null;

    private static Dictionary<Criterion, double>? Points(JsonTree tree)
    {
        if (tree is not JsonTree.Object judged) return null;

        var points = new Dictionary<Criterion, double>();
        foreach (var (name, criterion) in Fields)
        {
            if (judged.Member(name) is not JsonTree.Number { Literal: var literal }) return null;
            if (!double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !(value is >= 0 and <= 100)) return null;
            points.Add(criterion, value);
        }

        return points;
    }
}
