using System.Collections;
using System.Reflection;
using System.Text.Json;
using Miner.Operator.Evaluation.Scoring;
using Miner.TestUi.Calls;
using Miner.TestUi.Forms;

namespace Miner.TestUi.Tests.Views;

/// <summary>Values of any type that the page shows, with one of all that is counted.</summary>
/// <param name="flag">What every flag says.</param>
internal sealed class Ones(bool flag)
{
    private static readonly Uri Address = new("http://127.0.0.1:1/");

    private static readonly Dictionary<Type, object> Known = new()
    {
        [typeof(string)] = "x",
        [typeof(Uri)] = Address,
        [typeof(TimeSpan)] = TimeSpan.FromSeconds(1),
        [typeof(DateTimeOffset)] = DateTimeOffset.UnixEpoch,
        [typeof(JsonElement)] = JsonSerializer.SerializeToElement(new { helpful = 1, harmful = 1 }),
        [typeof(ScoringOptions)] = ScoringOptions.Default,
        [typeof(ScoreCard)] = ScoreCard.Failed,
        [typeof(ComponentChoice)] = ComponentChoice.All[0],
        [typeof(HttpExchange)] = new HttpExchange(
            new SentRequest("POST", Address, [], "{}"), 200, TimeSpan.FromSeconds(1), "{}", [new HttpHeader("X-Tokens-Used", "1")]),
    };

    public object Of(Type type)
    {
        if (Known.TryGetValue(type, out var known)) return known;
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Of(underlying);
        if (type == typeof(bool)) return flag;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        if (type.IsPrimitive) return Convert.ChangeType(1, type);
        return typeof(IEnumerable).IsAssignableFrom(type) ? Collection(type) : Composed(type);
    }

    private object Collection(Type type)
    {
        if (type.GetGenericArguments() is [var key, var value])
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
            map.Add(Of(key), Of(value));
            return map;
        }

        var item = type.GetElementType() ?? type.GetGenericArguments()[0];
        var items = Array.CreateInstance(item, 1);
        items.SetValue(Of(item), 0);
        return type.IsArray ? items : Activator.CreateInstance(typeof(List<>).MakeGenericType(item), items)!;
    }

    private object Composed(Type type)
    {
        var made = type.GetConstructors()
            .OrderByDescending(constructor => constructor.GetParameters().Length)
            .Select(constructor => constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]))
            .FirstOrDefault() ?? Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                property.SetValue(made, Of(property.PropertyType));
        }

        return made;
    }
}
