using Miner.Application.ModelOutput.Json;
using Miner.Domain.Components;

namespace Miner.Application.ModelOutput;

/// <summary>Turns the value of an answer's field into text.</summary>
internal static class FieldText
{
    /// <summary>A list of strings is their lines, an object with one string is that; other lists and objects are shown as JSON.</summary>
    public static string Response(JsonTree? value) => value switch
    {
        JsonTree.Array { Items: { Count: > 0 } items } when items.All(item => item is JsonTree.Text) =>
            string.Join('\n', items.Cast<JsonTree.Text>().Select(item => item.Value)),
        JsonTree.Object { Members: [{ Value: JsonTree.Text only }] } => only.Value,
        _ => Text(value, ComponentOutput.MaxImmediateResponse),
    };

    /// <summary>An object or list is a document of its own: its JSON text, indented.</summary>
    public static string Notebook(JsonTree? value) => Text(value, ComponentOutput.MaxNotebook);

    private static string Text(JsonTree? value, int max) => value switch
    {
        null or JsonTree.Null => "",
        JsonTree.Text text => text.Value,
        JsonTree.Number number => number.Literal,
        JsonTree.Boolean boolean => boolean.Value ? "true" : "false",
        _ => JsonTreeWriter.Write(value, indented: true, enough: max + 1),
    };
}
