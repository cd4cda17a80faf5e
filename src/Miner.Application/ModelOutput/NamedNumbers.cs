using System.Globalization;
using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Thoughts;

namespace Miner.Application.ModelOutput;

/// <summary>Reads numbers that a model was asked to give under names, as a judge gives points.</summary>
public static class NamedNumbers
{
    /// <summary>
    /// The numbers of the last JSON object in <paramref name="text"/> that gives one within the range under each of
    /// <paramref name="names"/>; null where none does. Numbers in quotes, as models write them that are not held to a schema, are read too.
    /// </summary>
    public static IReadOnlyDictionary<string, double>? Read(string text, IReadOnlyCollection<string> names, double least, double most) =>
        new EmbeddedJson<Dictionary<string, double>>(text, "{", tree => Of(tree, names, least, most), repair: true)
            .Find(Thinking.Tags(text)) is [.., var last]
            ? last.Value
            : null;

    private static Dictionary<string, double>? Of(JsonTree tree, IReadOnlyCollection<string> names, double least, double most)
    {
        if (tree is not JsonTree.Object given) return null;

        var numbers = new Dictionary<string, double>();
        foreach (var name in names)
        {
            var literal = given.Member(name) switch
            {
                JsonTree.Number number => number.Literal,
                JsonTree.Text quoted => quoted.Value,
                _ => null,
            };
            if (!double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                || !(value >= least && value <= most))
            {
                return null;
            }

            numbers.Add(name, value);
        }

        return numbers;
    }
}
