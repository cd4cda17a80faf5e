using System.Text.Json;
using Miner.Client;

namespace Miner.TestUi.Forms;

/// <summary>The previous outputs that the workbench shows as cards: each has the same fields, of which the n-th belong together.</summary>
internal static class PreviousOutputCards
{
    private const string NoNotebook = "no update";

    /// <summary>A card that was added by hand has no task and input of its own, and takes those of the request.</summary>
    public static IEnumerable<PreviousOutputItem> Read(IFormCollection form, string task, List<QueryItem> input)
    {
        var (components, notebooks) = (form["previous_component"], form["previous_notebook"]);
        var (tasks, inputs) = (form["previous_task"], form["previous_input"]);
        return form["previous_text"].Select((text, index) =>
        {
            var notebook = ComponentForm.Lines(notebooks.ElementAtOrDefault(index));
            var own = ReadInput(inputs.ElementAtOrDefault(index));
            return new PreviousOutputItem
            {
                Task = own is null ? task : ComponentForm.Lines(tasks.ElementAtOrDefault(index)),
                Input = own ?? input,
                Output = new OutputItem
                {
                    ImmediateResponse = ComponentForm.Lines(text),
                    Notebook = notebook.Length > 0 ? notebook : NoNotebook,
                },
                Component = components.ElementAtOrDefault(index) ?? "complete",
            };
        });
    }

    private static List<QueryItem>? ReadInput(string? json)
    {
        if (string.IsNullOrEmpty(json)) return null;
        try
        {
            return JsonSerializer.Deserialize<List<QueryItem>>(json);
        }
        catch (JsonException exception)
        {
            throw new FormatException("The input of a previous output cannot be read.", exception);
        }
    }
}
