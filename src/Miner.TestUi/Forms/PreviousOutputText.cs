using System.Text;
using System.Text.Json;
using Miner.Client;

namespace Miner.TestUi.Forms;

/// <summary>Previous outputs as somebody wrote them by hand.</summary>
internal static class PreviousOutputText
{
    /// <summary>
    /// Reads a JSON array of them, or one after the other: what begins with a brace is one in JSON, over as many lines as it takes, and any
    /// other line is the text that a component answered to <paramref name="task"/> and <paramref name="input"/>.
    /// </summary>
    /// <exception cref="FormatException">It cannot be read; the message says what is wrong, and where.</exception>
    public static List<PreviousOutputItem> Read(string text, string task, List<QueryItem> input)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (text.TrimStart().StartsWith('[')) return ReadArray(bytes);
        var outputs = new List<PreviousOutputItem>();
        for (var position = 0; position < bytes.Length; position += LineAt(bytes, position).Length + 1)
        {
            var line = Encoding.UTF8.GetString(LineAt(bytes, position)).Trim();
            if (line.StartsWith('{')) outputs.Add(ReadObject(bytes, ref position));
            else if (line.Length > 0) outputs.Add(Answered(line, task, input));
        }

        return outputs;
    }

    private static PreviousOutputItem Answered(string text, string task, List<QueryItem> input) => new()
    {
        Task = task,
        Input = input,
        Output = new OutputItem { ImmediateResponse = text, Notebook = "no update" },
        Component = "complete",
    };

    private static List<PreviousOutputItem> ReadArray(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<List<PreviousOutputItem>>(bytes)!;
        }
        catch (JsonException exception)
        {
            throw Unreadable(bytes, 0, exception);
        }
    }

    /// <summary>Moves <paramref name="position"/> behind what it read.</summary>
    private static PreviousOutputItem ReadObject(byte[] bytes, ref int position)
    {
        var reader = new Utf8JsonReader(bytes.AsSpan(position), new JsonReaderOptions { AllowMultipleValues = true });
        PreviousOutputItem output;
        try
        {
            output = JsonSerializer.Deserialize<PreviousOutputItem>(ref reader)!;
        }
        catch (JsonException exception)
        {
            throw Unreadable(bytes, position, exception);
        }

        position += (int)reader.BytesConsumed;
        // Whoever copied it out of an array may have copied the comma, too.
        if (LineAt(bytes, position).Trim(" \t,"u8).IsEmpty) return output;
        throw Unreadable(bytes, position);
    }

    private static ReadOnlySpan<byte> LineAt(byte[] bytes, int position)
    {
        var rest = bytes.AsSpan(position);
        return rest.IndexOf((byte)'\n') is var end and >= 0 ? rest[..end] : rest;
    }

    private static FormatException Unreadable(byte[] bytes, int position, JsonException? exception = null)
    {
        var line = 1 + bytes.AsSpan(0, position).Count((byte)'\n') + (exception?.LineNumber ?? 0);
        var place = exception?.Path is { Length: > 1 } path ? $"line {line}, {path}" : $"line {line}";
        return new FormatException(
            $"This is not JSON of previous outputs: {place}. Each has task, input, output and component.",
            exception);
    }
}
