using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Miner.Api.Errors;

/// <summary>What a field of a body must be, in words, for whoever sent null or something of another type.</summary>
internal static class ExpectedValue
{
    /// <param name="body">The contract's type, read as <paramref name="json"/> says.</param>
    /// <param name="path">Names and indexes that lead to the field.</param>
    public static string At(Type body, IEnumerable<object> path, JsonSerializerOptions json)
    {
        var type = body;
        foreach (var step in path)
        {
            var info = json.GetTypeInfo(type);
            type = step is string name ? info.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType : info.ElementType;
            if (type is null) return "This is null, or not of the expected type.";
        }

        return json.GetTypeInfo(type).Kind switch
        {
            JsonTypeInfoKind.Enumerable => "This must be a list.",
            JsonTypeInfoKind.Object => "This must be an object.",
            _ when type == typeof(string) => "This must be a string of well-formed Unicode.",
            _ when type == typeof(bool) => "This must be true or false.",
            _ => "This is null, or not of the expected type.",
        };
    }
}
