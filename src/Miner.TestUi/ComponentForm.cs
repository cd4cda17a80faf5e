using System.Text.Json;
using Miner.Client;

namespace Miner.TestUi;

/// <summary>Reads the form of a component's tab. What the values may be is for the miner to say.</summary>
internal static class ComponentForm
{
    /// <exception cref="FormatException">The previous outputs cannot be read; the message says what is wrong, and where.</exception>
    public static ComponentRequest Read(IFormCollection form)
    {
        var task = Text(form, "task");
        var input = form["query"].Select(query => new QueryItem { UserQuery = Lines(query) }).ToList();
        return new ComponentRequest
        {
            Cid = Text(form, "cid"),
            Task = task,
            Input = input,
            PreviousOutputs = ReadPreviousOutputs(Text(form, "previous"), task, input),
            UseConversationHistory = form.ContainsKey("use_conversation_history"),
            UsePlaybook = form.ContainsKey("use_playbook"),
        };
    }

    /// <summary>
    /// A JSON array of previous outputs, or one a line: a line that begins with a brace is a previous output in JSON, any other one the text
    /// that a component answered to this form's task and queries.
    /// </summary>
    private static List<PreviousOutputItem> ReadPreviousOutputs(string text, string task, List<QueryItem> input)
    {
        if (text.TrimStart().StartsWith('[')) return Parse<List<PreviousOutputItem>>(text, firstLine: 1);
        return
        [
            .. from line in text.Split('\n').Index()
               where !string.IsNullOrWhiteSpace(line.Item)
               select line.Item.TrimStart().StartsWith('{')
                   ? Parse<PreviousOutputItem>(line.Item, line.Index + 1)
                   : new PreviousOutputItem
                   {
                       Task = task,
                       Input = input,
                       Output = new OutputItem { ImmediateResponse = line.Item.Trim(), Notebook = "no update" },
                       Component = "complete",
                   },
        ];
    }

    private static T Parse<T>(string json, int firstLine)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            var line = firstLine + (exception.LineNumber ?? 0);
            var place = exception.Path is { Length: > 1 } path ? $"line {line}, {path}" : $"line {line}";
            throw new FormatException($"This is not JSON of previous outputs: {place}. Each has task, input, output and component.", exception);
        }
    }

    private static string Text(IFormCollection form, string name) => Lines(form[name].FirstOrDefault());

    /// <summary>Forms end every line with CR LF (HTML, 4.10.21.4), whatever was typed.</summary>
    private static string Lines(string? text) => text?.ReplaceLineEndings("\n") ?? "";
}
