using System.Text.Encodings.Web;
using System.Text.Json;
using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Thoughts;
using Miner.Application.Ports;
using Miner.Domain.Components;

namespace Miner.Application.ModelOutput;

/// <summary>Reads a component's answer out of what a model really sends when it is asked for <see cref="Schema"/>.</summary>
internal static class AnswerReader
{
    // A model reads it, no page does.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static AnswerSchema Schema { get; } = new(
        "component_output",
        """
        {
          "type": "object",
          "properties": {
            "immediate_response": {"type": "string", "description": "What the user reads."},
            "notebook": {"type": "string", "description": "The whole text of the code or document being worked on, or exactly: no update"}
          },
          "required": ["immediate_response", "notebook"],
          "additionalProperties": false
        }
        """);

    /// <summary>An answer as <see cref="Schema"/> has it.</summary>
    public static string Write(ComponentOutput output) =>
        JsonSerializer.Serialize(new { immediate_response = output.ImmediateResponse, notebook = output.Notebook }, Json);

    /// <summary>What a model's choice says, or null when that is nothing.</summary>
    public static ComponentOutput? Read(ChatChoice choice) =>
        Read(choice.Text) is { } output ? output with { Truncated = output.Truncated || choice.End != ChoiceEnd.Complete } : null;

    /// <summary>
    /// The answer in <paramref name="text"/>: its JSON object where it has one, else the whole text, less the model's thoughts, as
    /// the response. Lengths are cut to the limits of <see cref="ComponentOutput"/>; NUL and lone surrogates become U+FFFD.
    /// </summary>
    /// <returns>Null when there is nothing to show, neither a response nor a notebook: the model failed.</returns>
    public static ComponentOutput? Read(string text)
    {
        text = EndOfTurn.Remove(text);
        var unquoted = StrictJson.Unquote(text);
        var tags = Thinking.Tags(unquoted);
        var answer = Thinking.Remove(unquoted, tags);
        if (Object(unquoted, tags, answer) is { } found)
        {
            return found.Repaired is not null && UnescapedAnswer.Read(text, found.Value) is { } whole
                ? FromFields(found with { Value = whole, Repaired = null })
                : FromFields(found);
        }

        return FromPlainText(EndOfTurn.CutInvented(ReferenceEquals(unquoted, text) ? answer : Thinking.Remove(text)));
    }

    /// <param name="text">All that the model sent.</param>
    /// <param name="tags">The tags of its thoughts.</param>
    /// <param name="answer">The text without the thoughts.</param>
    private static FoundJson<AnswerFields>? Object(string text, IReadOnlyList<ThinkTag> tags, string answer)
    {
        var all = Find(text, tags, repair: false);
        var valid = all.Where(found => found is { Value.Form: AnswerForm.Named, IsThought: false }).ToList();
        if (valid.Count > 0) return WithNotebook(valid.FindLast(IsWhole) is { Value: not null } whole ? whole : valid[^1], all);
        if (tags.Count > 0 && Best(Find(answer, tags: [], repair: true)) is { Value.Form: AnswerForm.Named, IsClosed: true } closed)
            return closed;
        if (Best(Find(text, tags, repair: true)) is { } best) return best;
        if (answer.Length == 0) return Best(Find(text, tags: [], repair: true));
        return AnswerFields.LackBrace(answer) ? Best(Find("{" + answer, tags: [], repair: true)) : null;
    }

    private static bool IsWhole(FoundJson<AnswerFields> found) => found.Value.Notebook is not null;

    private static IReadOnlyList<FoundJson<AnswerFields>> Find(string text, IReadOnlyList<ThinkTag> tags, bool repair) =>
        new EmbeddedJson<AnswerFields>(text, "{", AnswerFields.Find, repair).Find(tags);

    /// <summary>The last of the surest. A model that was still thinking may have changed its mind.</summary>
    private static FoundJson<AnswerFields>? Best(IReadOnlyList<FoundJson<AnswerFields>> found) => Surest(found) is { } best
        ? WithNotebook(best, found)
        : null;

    /// <summary>With the notebook of an object that has nothing else: the two fields as two objects.</summary>
    private static FoundJson<AnswerFields> WithNotebook(FoundJson<AnswerFields> answer, IReadOnlyList<FoundJson<AnswerFields>> all)
    {
        if (answer.Value.Notebook is not null) return answer;
        var notebook = all.LastOrDefault(other =>
            other is { Value: { Response: null, Notebook: not null }, IsThought: false }
        ).Value?.Notebook;
        return answer with { Value = answer.Value with { Notebook = notebook } };
    }

    private static FoundJson<AnswerFields>? Surest(IReadOnlyList<FoundJson<AnswerFields>> found) => found
        .Where(candidate => candidate.Leads || candidate.Value.Form != AnswerForm.Alias)
        .OrderBy(candidate => !candidate.IsThought)
        .ThenBy(candidate => candidate.Value.Form)
        .ThenBy(candidate => candidate.IsClosed)
        .Select(candidate => (FoundJson<AnswerFields>?)candidate)
        .LastOrDefault();

    private static ComponentOutput? FromFields(FoundJson<AnswerFields> found) => Answer(
        LatexEscapes.Restore(EndOfTurn.Remove(Thinking.RemoveLeading(FieldText.Response(found.Value.Response)))),
        LatexEscapes.Restore(FieldText.Notebook(found.Value.Notebook)),
        isCut: found.Repaired is { IsCut: true });

    private static ComponentOutput? FromPlainText(string text)
    {
        var answer = EchoedSchema.Remove(text.Trim());
        if (AnswerFields.AreCut(answer)) return null;
        return LabelledAnswer.Read(answer) is var (response, notebook)
            ? Answer(response, notebook, isCut: false)
            : Answer(answer, Notebook.NoUpdate, isCut: false);
    }

    private static ComponentOutput? Answer(string response, string notebook, bool isCut)
    {
        var output = ComponentOutput.Fit(response, notebook);
        return string.IsNullOrWhiteSpace(output.ImmediateResponse) && output.Notebook == Notebook.NoUpdate
            ? null
            : output with { Truncated = isCut || output.Truncated };
    }
}
