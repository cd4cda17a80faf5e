using System.Security.Cryptography;
using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;
using Miner.Domain.Text;
using Miner.Domain.Voting;
using Miner.Mathematics.Equations;

namespace Miner.Application.Prompts;

/// <summary>Puts a prompt together: instructions, then the conversation, then one message with all material in marked blocks.</summary>
/// <remarks>
/// Callers' text stands between markers with a code drawn anew for each prompt, so that no text can close its own block
/// (OWASP's list for LLM applications: prompt injection).
/// </remarks>
public sealed class Prompt
{
    private const int BoundaryBytes = 8;

    /// <summary>Enough to find the mistake by; an answer may hold hundreds that follow from it.</summary>
    private const int MaxEquations = 5;

    private const int MaxEquationLength = 200;
    private const int MaxCandidates = 5;
    private const int MaxCandidateLength = 6_000;

    private readonly string _instructions;
    private readonly AnswerStyle _style;
    private readonly IReadOnlyList<ChatMessage> _history;
    private readonly List<Material> _material = [];

    // Of all but the boundary, which differs where nothing else does.
    private HashCode _subject;
    private readonly string _boundary = RandomNumberGenerator.GetHexString(BoundaryBytes * 2, lowercase: true);

    /// <param name="history">What the model may read of the conversation, oldest first.</param>
    /// <param name="style">In which form the model is to answer.</param>
    public Prompt(Component component, IReadOnlyList<Message> history, AnswerStyle style = AnswerStyle.Fields)
        : this(PromptTexts.For(component, style), history)
    {
        _style = style;
    }

    /// <param name="instructions">The system message.</param>
    /// <param name="history">What the model may read of the conversation, oldest first.</param>
    public Prompt(string instructions, IReadOnlyList<Message> history)
    {
        _instructions = instructions;
        _history = [.. history.Select(Earlier)];
        _subject.Add(instructions);
        foreach (var message in history) _subject.Add(message.Content);
    }

    /// <summary>Adds the playbook, or nothing when it is empty.</summary>
    public Prompt WithPlaybook(IReadOnlyList<PlaybookEntry> entries) =>
        entries.Count == 0 ? this : WithBlock("playbook", PlaybookContext.Format(entries));

    /// <summary>Adds earlier answers, numbered from 1.</summary>
    public Prompt WithPreviousOutputs(IReadOnlyList<PreviousOutput> outputs)
    {
        foreach (var (index, previous) in outputs.Index())
        {
            var name = $"answer {index + 1}";
            var text = Block(name, previous.Output.ImmediateResponse);
            _subject.Add(previous.Output.ImmediateResponse);
            if (Notebook.IsReal(previous.Output.Notebook))
            {
                text += Block($"{name}, notebook", previous.Output.Notebook);
                _subject.Add(previous.Output.Notebook);
            }

            _material.Add(new Material(text, IsPreviousOutput: true));
        }

        return this;
    }

    /// <summary>Adds what exact checks found in the earlier answers, or nothing where that is null.</summary>
    public Prompt WithFindings(string? findings) => findings is null ? this : WithBlock("findings of exact checks", findings);

    /// <summary>Adds the task and the queries, which a model reads as questions.</summary>
    public Prompt WithQueries(ComponentInput input)
    {
        if (!string.IsNullOrWhiteSpace(input.Task)) WithBlock("task", input.Task);
        foreach (var (index, query) in input.Queries.Index())
            WithBlock(input.Queries.Count == 1 ? "question" : $"question {index + 1}", query);
        return this;
    }

    public Prompt WithBlock(string name, string text)
    {
        _material.Add(new Material(Block(name, text), IsPreviousOutput: false));
        _subject.Add(text);
        return this;
    }

    /// <summary>A request for an answer in the prompt's style.</summary>
    public ChatRequest ToRequest(double? temperature) => ToRequest(AnswerReader.SchemaFor(_style), temperature);

    public ChatRequest ToRequest(AnswerSchema? schema, double? temperature) =>
        new(ToMessages(), schema, temperature) { Shorten = ToMessages, Subject = _subject.ToHashCode() };

    public IReadOnlyList<ChatMessage> ToMessages() => ToMessages(int.MaxValue);

    /// <summary>
    /// The messages without what does not fit: first the oldest of the conversation is left out, no answer without its question, then the
    /// oldest of the earlier answers, all but the last. What else there is stays, even where it is longer.
    /// </summary>
    /// <param name="maxLength">Characters of all messages together.</param>
    private IReadOnlyList<ChatMessage> ToMessages(int maxLength)
    {
        var opening = $"Boundary: {_boundary}\n";
        var excess = _instructions.Length + _history.Sum(message => message.Content.Length)
            + opening.Length + _material.Sum(material => material.Text.Length) - maxLength;
        var history = _history
            .SkipWhile((message, index) => IsLeftOut(message.Content.Length) || (index > 0 && message.Role == ChatRole.Assistant))
            .ToList();
        var answers = _material.Count(material => material.IsPreviousOutput);
        var material = _material.Where(part => !(part.IsPreviousOutput && answers-- > 1 && IsLeftOut(part.Text.Length))).ToList();
        return
        [
            new ChatMessage(ChatRole.System, _instructions),
            .. history,
            new ChatMessage(ChatRole.User, opening + string.Concat(material.Select(part => part.Text))),
        ];

        bool IsLeftOut(int length)
        {
            if (excess <= 0) return false;
            excess -= length;
            return true;
        }
    }

    /// <summary>The same, followed by the answer that it got and the equations in it that are false: a request to answer anew.</summary>
    public ChatRequest ToRecheck(ComponentOutput answer, IReadOnlyList<FalseEquation> falseEquations)
    {
        var equations = falseEquations.Take(MaxEquations).Select(equation => Block(
            "false equation",
            $"{CodePoints.Cut(equation.Text, MaxEquationLength)}\nIt comes to {CodePoints.Cut(equation.Correct, MaxEquationLength)}."));
        var request = ToRequest(temperature: null);
        return request with
        {
            Messages =
            [
                .. request.Messages,
                new ChatMessage(ChatRole.Assistant, _style == AnswerStyle.Text ? answer.ImmediateResponse : AnswerReader.Write(answer)),
                new ChatMessage(ChatRole.User, $"{PromptTexts.Recheck}\n{string.Concat(equations)}"),
            ],
            Shorten = null,
        };
    }

    /// <summary>
    /// <paramref name="request"/> with the candidates of <paramref name="vote"/> at its end: a request to decide between them.
    /// </summary>
    public ChatRequest ToFusion(ChatRequest request, MajorityVote vote)
    {
        var candidates = vote.Groups.Take(MaxCandidates).Select((group, index) => Block(
            $"candidate {index + 1}, {group.Outputs.Count} of {vote.OutputCount} attempts",
            CodePoints.Cut(group.Fullest, MaxCandidateLength)));
        var last = request.Messages[^1];
        return request with
        {
            Messages =
            [
                .. request.Messages.SkipLast(1),
                last with { Content = $"{last.Content}\n{PromptTexts.Fusion}\n{string.Concat(candidates)}" },
            ],
            Samples = 1,
            Shorten = null,
        };
    }

    /// <summary>A message of the conversation: as it is where a model wrote it, else a block, as all material is.</summary>
    private ChatMessage Earlier(Message message) => new(
        message.Role == MessageRole.User ? ChatRole.User : ChatRole.Assistant,
        message.Origin switch
        {
            MessageOrigin.Model => message.Content,
            MessageOrigin.WebSearch => Block("search results", message.Content),
            _ => Block(message.Role == MessageRole.User ? "earlier question" : "earlier answer", message.Content),
        });

    private string Block(string name, string text) => $"\n[{name} {_boundary}]\n{text}\n[/{name} {_boundary}]\n";

    /// <param name="Text">One block or several that belong together, with their markers.</param>
    private readonly record struct Material(string Text, bool IsPreviousOutput);
}
