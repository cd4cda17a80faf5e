using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Miner.Api.Errors;

/// <summary>What is wrong with one field of a request, in the form of the contract's <c>errors[]</c>.</summary>
/// <param name="Loc">The path of names and indexes to the field, from <c>body</c>, <c>path</c> or <c>query</c>.</param>
/// <param name="Msg">A sentence for people. It never repeats the value.</param>
/// <param name="Type">A stable word for programs, such as <c>missing</c> or <c>string_too_long</c>.</param>
public sealed record FieldError(IReadOnlyList<object> Loc, string Msg, string Type)
{
    private const string Separator = ": ";
    private const string InvalidJson = "json_invalid";

    /// <summary>
    /// Model binding carries a text for each fault and nothing else, so <paramref name="type"/> travels at the front of it until
    /// the problem is made, which takes the two apart.
    /// </summary>
    internal static string Text(string type, string message) => type + Separator + message;

    /// <summary>Everything that binding and validation found wrong.</summary>
    /// <param name="expected">What the field at a path of the body must be, in words.</param>
    internal static IReadOnlyList<FieldError> From(
        ModelStateDictionary modelState,
        IReadOnlyDictionary<string, BindingSource> parameters,
        Func<IEnumerable<object>, string> expected) =>
        [.. from entry in modelState from error in entry.Value!.Errors select From(entry.Key, error, parameters, expected)];

    private static FieldError From(
        string key, ModelError error, IReadOnlyDictionary<string, BindingSource> parameters, Func<IEnumerable<object>, string> expected)
    {
        var name = key.Split('.', '[')[0];
        var source = parameters.GetValueOrDefault(name);
        var root = source == BindingSource.Query ? "query" : source == BindingSource.Path ? "path" : "body";
        var path = Path(key).ToList();
        var loc = path.Prepend(root).ToList();
        var parts = error.ErrorMessage.Split(Separator, 2);
        if (parts.Length == 2 && parts[0].All(character => character is '_' or (>= 'a' and <= 'z')))
            return new FieldError(loc, parts[1], parts[0]);
        if (root != "body") return new FieldError(loc, "This is not a value of the expected type.", "value_error");
        // The reader's own exception is inside of the one that names the place; what is well-formed and does not fit has none.
        return error.Exception?.InnerException is JsonException
            ? new FieldError(loc, "This is not well-formed JSON, or it is nested too deep.", InvalidJson)
            : new FieldError(loc, expected(path), InvalidJson);
    }

    /// <summary>Takes <c>$.input[0].user_query</c> or <c>input[0].user_query</c> apart.</summary>
    private static IEnumerable<object> Path(string key) =>
        key.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != "$")
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? (object)index : part);
}
