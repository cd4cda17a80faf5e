using System.Text.Encodings.Web;
using System.Text.Json;
using Miner.Application.ModelOutput.Damaged;
using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Latex;
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

    /// <summary><see cref="Schema"/> with a field for the working before its two.</summary>
    public static AnswerSchema WorkingSchema { get; } = new(
        "worked_output",
        """
        {
          "type": "object",
          "properties": {
            "working": {"type": "string", "description": "Thinking, step by step, that nobody reads."},
            "immediate_response": {"type": "string", "description": "What the user reads."},
            "notebook": {"type": "string", "description": "The whole text of the code or document being worked on, or exactly: no update"}
          },
          "required": ["working", "immediate_response", "notebook"],
          "additionalProperties": false
        }
        """);

    /// <returns>Null for free text.</returns>
    public static AnswerSchema? SchemaFor(AnswerStyle style) => style switch
    {
        AnswerStyle.Text => null,
        AnswerStyle.WorkingThenFields => WorkingSchema,
        _ => Schema,
    };

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
        var unquoted = EntityQuotes.Decode(StrictJson.Unquote(text));
        var tags = Thinking.Tags(unquoted);
        var answer = Thinking.Remove(unquoted, tags);
        var found = AnswerObject.Find(unquoted, tags, answer);
        if (found is { Repaired: not null } torn && UnescapedAnswer.Read(text, torn.Value) is { } whole)
            return FromFields(whole, isCut: false);
        var damaged = found is { Repaired: null, Value.Form: AnswerForm.Named } ? null : DamagedAnswer.Read(AnswerObject.Braced(answer));
        if (damaged is not null && damaged.IsBetter(found?.Value)) return FromFields(damaged.ToFields(), damaged.IsCut);
        if (found is { } read)
            return FromFields(read.IsClosed ? read.Value : read.Value.WithoutEmpty(), isCut: read.Repaired is { IsCut: true });
        if (damaged is not null && AnswerObject.Begins(answer)) return null; // nothing stands between its brackets
        return FromPlainText(EndOfTurn.CutInvented(ReferenceEquals(unquoted, text) ? answer : Thinking.Remove(text)));
    }

    private static ComponentOutput? FromFields(AnswerFields fields, bool isCut) => Answer(
        LatexEscapes.Restore(EndOfTurn.Remove(Thinking.RemoveLeading(FieldText.Response(fields.Response)))),
        LatexEscapes.Restore(FieldText.Notebook(fields.Notebook)),
        isCut);

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
