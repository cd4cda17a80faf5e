using Miner.Application.ModelOutput.Json;
using Miner.Application.Ports;
using Miner.Mathematics.Calculations;

namespace Miner.Application.Tools;

/// <summary>The exact calculator as a tool of a language model. Whatever a call holds, it is answered with a text, at once.</summary>
internal static class CalculatorTool
{
    private const int MaxArguments = 16_000;

    private const string Form =
        """The arguments must be one JSON object such as {"operation": "evaluate", "input": ["3/4 + 2^10"]}.""";

    private const string InputDescription =
        "evaluate: one formula, as in (17 + 5) * 3/4 - sqrt(50). solve: a polynomial equation, or linear equations, as in x + y = 10 "
        + "and x - y = 4. gcd, lcm: whole numbers. factorise, is_prime: one whole number. power_mod: base, exponent, modulus. "
        + "convert: number, unit, wanted unit, as in 5, km and miles.";

    public static ChatTool Definition { get; } = new(
        "calculator",
        "Computes exactly. Call it for every calculation that the answer depends on, instead of calculating yourself; several "
        + "independent calculations can be called at once.",
        $$"""
        {
          "type": "object",
          "properties": {
            "operation": {"type": "string", "enum": ["{{string.Join("\", \"", Calculator.Operations)}}"]},
            "input": {"type": "array", "items": {"type": "string"}, "description": "{{InputDescription}}"}
          },
          "required": ["operation", "input"],
          "additionalProperties": false
        }
        """);

    /// <summary>The result, or after <c>Error:</c> what is wrong with the call.</summary>
    public static string Run(ToolCall call)
    {
        if (call.Name != Definition.Name) return $"Error: There is no such tool; there is {Definition.Name}.";
        if (call.Arguments.Length > MaxArguments) return "Error: The arguments are too long.";
        if (StrictJson.Parse(call.Arguments) is not JsonTree.Object arguments
            || Member(arguments, "operation") is not JsonTree.Text operation
            || Texts(Member(arguments, "input")) is not { } input)
        {
            return $"Error: {Form}";
        }

        var calculation = Calculator.Compute(operation.Value, input);
        return calculation.HasResult ? calculation.Text : $"Error: {calculation.Text}";
    }

    private static JsonTree? Member(JsonTree.Object arguments, string name) =>
        arguments.Members.Where(member => member.Key == name).Select(member => member.Value).LastOrDefault();

    /// <summary>Models send one text, or numbers, where texts are asked for; null of anything else.</summary>
    private static List<string>? Texts(JsonTree? input)
    {
        if (input is not JsonTree.Array array) return Text(input) is { } only ? [only] : null;
        var texts = array.Items.Select(Text).OfType<string>().ToList();
        return texts.Count == array.Items.Count ? texts : null;
    }

    private static string? Text(JsonTree? value) => value switch
    {
        JsonTree.Text text => text.Value,
        JsonTree.Number number => number.Literal,
        _ => null,
    };
}
