using Miner.Application.Ports;
using Miner.Domain.Components;

namespace Miner.Application.Answers;

/// <param name="Truncated">True when the output is shorter than what the model sent, or had to say.</param>
internal sealed record ReadAnswer(ComponentOutput Output, bool Truncated);

/// <summary>Reads a component's answer out of what a model really sends when it is asked for <see cref="Schema"/>.</summary>
internal static class AnswerReader
{
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

    /// <summary>
    /// The answer in <paramref name="text"/>: its JSON object where it has one, else the whole text, less the model's thoughts, as
    /// the response. Lengths are cut to the limits of <see cref="ComponentOutput"/>; NUL and lone surrogates become U+FFFD.
    /// </summary>
    /// <returns>Null when there is nothing to show: neither a response nor a notebook.</returns>
    public static ReadAnswer? Read(string text) => Object(text) is { } fields ? FromFields(fields) : FromPlainText(text);

    private static AnswerFields? Object(string text)
    {
        if (StrictJson.Unquote(text) is { } quoted) text = quoted;
        var tags = Thinking.Tags(text);
        return Best(new EmbeddedJson<AnswerFields>(text, "{", AnswerFields.Find).Find(tags));
    }

    /// <summary>The last of the surest. A model that was still thinking may have changed its mind.</summary>
    private static AnswerFields? Best(IEnumerable<FoundJson<AnswerFields>> found) => found
        .Where(candidate => candidate.Leads || candidate.Value.Form is not AnswerForm.Alias)
        .OrderBy(candidate => !candidate.IsThought)
        .ThenBy(candidate => candidate.Value.Form)
        .LastOrDefault()
        .Value;

    private static ReadAnswer? FromFields(AnswerFields fields)
    {
        var (response, responseCut) = Fit(AnswerValue.Response(fields.Response), ComponentOutput.MaxImmediateResponse);
        var (notebook, notebookCut) = Fit(AnswerValue.Notebook(fields.Notebook), ComponentOutput.MaxNotebook);
        return Answer(response, notebook, responseCut || notebookCut);
    }

    private static ReadAnswer? FromPlainText(string text)
    {
        var (response, cut) = Fit(Thinking.Remove(text), ComponentOutput.MaxImmediateResponse);
        return Answer(response, Notebook.NoUpdate, cut);
    }

    private static ReadAnswer? Answer(string response, string notebook, bool truncated)
    {
        if (!Notebook.IsReal(notebook)) notebook = Notebook.NoUpdate;
        return string.IsNullOrWhiteSpace(response) && notebook == Notebook.NoUpdate
            ? null
            : new ReadAnswer(new ComponentOutput(response, notebook), truncated);
    }

    private static (string Text, bool Cut) Fit(string text, int max) => AnswerText.Limit(AnswerText.Clean(text), max);
}
