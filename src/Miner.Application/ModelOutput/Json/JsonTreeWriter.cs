using System.Globalization;
using System.Text;
using Miner.Domain.Text;

namespace Miner.Application.ModelOutput.Json;

/// <summary>
/// Writes a <see cref="JsonTree"/> as JSON text for people: with the digits it came with, and with letters and pictures of all kinds
/// as they are, which <c>System.Text.Json</c> escapes in part.
/// </summary>
internal sealed class JsonTreeWriter
{
    private readonly StringBuilder _json = new();
    private readonly bool _indented;
    private readonly long _limit;

    private JsonTreeWriter(bool indented, long limit) => (_indented, _limit) = (indented, limit);

    /// <summary>
    /// The JSON text of <paramref name="tree"/>, clean as <see cref="CodePoints.ReplaceUnstorable"/> has it. When it has more than
    /// <paramref name="enough"/> code points, at least as many are written, but not necessarily the rest: indentation alone can make
    /// a deep value some hundred times as long as it came.
    /// </summary>
    public static string Write(JsonTree tree, bool indented, int enough)
    {
        var writer = new JsonTreeWriter(indented, limit: 2L * enough); // a code point has at most two characters
        writer.Write(tree, depth: 0);
        return writer._json.ToString();
    }

    private bool IsFull => _json.Length > _limit;

    private void Write(JsonTree tree, int depth)
    {
        switch (tree)
        {
            case JsonTree.Object { Members: var members }:
                WriteAll('{', members, '}', depth, member =>
                {
                    WriteText(member.Key);
                    _json.Append(_indented ? ": " : ":");
                    Write(member.Value, depth + 1);
                });
                break;
            case JsonTree.Array { Items: var items }:
                WriteAll('[', items, ']', depth, item => Write(item, depth + 1));
                break;
            case JsonTree.Text { Value: var text }:
                WriteText(text);
                break;
            case JsonTree.Number { Literal: var digits }:
                _json.Append(digits);
                break;
            case JsonTree.Boolean { Value: var value }:
                _json.Append(value ? "true" : "false");
                break;
            default:
                _json.Append("null");
                break;
        }
    }

    private void WriteAll<T>(char opener, IReadOnlyList<T> parts, char closer, int depth, Action<T> write)
    {
        _json.Append(opener);
        for (var index = 0; index < parts.Count && !IsFull; index++)
        {
            if (index > 0) _json.Append(',');
            BreakLine(depth + 1);
            write(parts[index]);
        }

        if (IsFull) return;
        if (parts.Count > 0) BreakLine(depth);
        _json.Append(closer);
    }

    private void BreakLine(int depth)
    {
        if (_indented) _json.Append('\n').Append(' ', 2 * depth);
    }

    private void WriteText(string text)
    {
        _json.Append('"');
        foreach (var character in CodePoints.ReplaceUnstorable(text))
        {
            switch (character)
            {
                case '"' or '\\':
                    _json.Append('\\').Append(character);
                    break;
                case '\n':
                    _json.Append("\\n");
                    break;
                case '\r':
                    _json.Append("\\r");
                    break;
                case '\t':
                    _json.Append("\\t");
                    break;
                case < ' ':
                    _json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
                    break;
                default:
                    _json.Append(character);
                    break;
            }
        }

        _json.Append('"');
    }
}
