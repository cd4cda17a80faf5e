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
    /// <param name="repairs">What had to be done to read it.</param>
    public static ComponentOutput? Read(ChatChoice choice, out AnswerRepairs repairs) => Read(choice.Text, out repairs) is { } output
        ? output with { Truncated = output.Truncated || choice.End != ChoiceEnd.Complete }
        : null;

    /// <inheritdoc cref="Read(string, out AnswerRepairs)"/>
    public static ComponentOutput? Read(string text) => Read(text, out _);

    /// <summary>
    /// The answer in <paramref name="text"/>: its JSON object where it has one, else the whole text, less the model's thoughts, as
    /// the response. Lengths are cut to the limits of <see cref="ComponentOutput"/>; NUL and lone surrogates become U+FFFD.
    /// </summary>
    /// <param name="repairs">What had to be done to read it.</param>
    /// <returns>Null when there is nothing to show, neither a response nor a notebook: the model failed.</returns>
    public static ComponentOutput? Read(string text, out AnswerRepairs repairs)
    {
        var sent = text;
        text = EndOfTurn.Remove(text);
        var unquoted = EntityQuotes.Decode(StrictJson.Unquote(text));
        var tags = Thinking.Tags(unquoted);
        var answer = Thinking.Remove(unquoted, tags);
        repairs = (text.Length < sent.Length ? AnswerRepairs.EndOfTurn : AnswerRepairs.None)
            | (ReferenceEquals(unquoted, text) ? AnswerRepairs.None : AnswerRepairs.Unquoted)
            | (tags.Count > 0 ? AnswerRepairs.Thoughts : AnswerRepairs.None);
        var found = AnswerObject.Find(unquoted, tags, answer);
        if (found is { Repaired: not null } torn && UnescapedAnswer.Read(text, torn.Value) is { } whole)
            return FromFields(whole, AnswerRepairs.Unescaped, ref repairs);
        var damaged = found is { Repaired: null, Value.Form: AnswerForm.Named } ? null : DamagedAnswer.Read(AnswerObject.Braced(answer));
        if (damaged is not null && damaged.IsBetter(found?.Value))
            return FromFields(damaged.ToFields(), AnswerRepairs.FieldNames | Completed(damaged.IsCut), ref repairs);
        if (found is { } read) return FromFields(read.IsClosed ? read.Value : read.Value.WithoutEmpty(), Repair(read), ref repairs);
        if (damaged is not null && AnswerObject.Begins(answer)) return null; // nothing stands between its brackets
        repairs |= AnswerRepairs.FreeText;
        return FromPlainText(EndOfTurn.CutInvented(ReferenceEquals(unquoted, text) ? answer : Thinking.Remove(text)));
    }

    private static AnswerRepairs Repair(FoundJson<AnswerFields> read) =>
        read.Repaired is { } repaired ? AnswerRepairs.TolerantJson | Completed(repaired.IsCut) : AnswerRepairs.None;

    private static AnswerRepairs Completed(bool isCut) => isCut ? AnswerRepairs.Completed : AnswerRepairs.None;

    /// <param name="reading">How the fields were read; <see cref="AnswerRepairs.Completed"/> means that they are cut.</param>
    private static ComponentOutput? FromFields(AnswerFields fields, AnswerRepairs reading, ref AnswerRepairs repairs)
    {
        var response = EndOfTurn.Remove(Thinking.RemoveLeading(FieldText.Response(fields.Response)));
        var notebook = FieldText.Notebook(fields.Notebook);
        var (restoredResponse, restoredNotebook) = (LatexEscapes.Restore(response), LatexEscapes.Restore(notebook));
        repairs |= reading;
        if (restoredResponse != response || restoredNotebook != notebook) repairs |= AnswerRepairs.Latex;
        return Answer(restoredResponse, restoredNotebook, isCut: reading.HasFlag(AnswerRepairs.Completed));
    }

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
