using Miner.Client;

namespace Miner.TestUi.Forms;

/// <summary>Reads the workbench's form. What the values may be is for the miner to say.</summary>
internal static class ComponentForm
{
    /// <param name="isAlone">Whether the conversation is left out: what is asked several times would read itself there.</param>
    /// <exception cref="FormatException">The previous outputs cannot be read; the message says what is wrong, and where.</exception>
    public static ComponentRequest Read(IFormCollection form, bool isAlone)
    {
        var task = Text(form, "task");
        var input = form["query"].Select(query => new QueryItem { UserQuery = Lines(query) }).ToList();
        return new ComponentRequest
        {
            Cid = Text(form, "cid"),
            Task = task,
            Input = input,
            PreviousOutputs =
            [
                .. PreviousOutputCards.Read(form, task, input),
                .. PreviousOutputText.Read(Text(form, "previous"), task, input),
            ],
            UseConversationHistory = !isAlone && form.ContainsKey("use_conversation_history"),
            UsePlaybook = form.ContainsKey("use_playbook"),
        };
    }

    /// <summary>Forms end every line with CR LF (HTML, 4.10.21.4), whatever was typed.</summary>
    public static string Lines(string? text) => text?.ReplaceLineEndings("\n") ?? "";

    private static string Text(IFormCollection form, string name) => Lines(form[name].FirstOrDefault());
}
