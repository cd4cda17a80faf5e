using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Miner.Api.Errors;
using Miner.Mathematics.Numbers;

namespace Miner.Api.Routing;

/// <summary>
/// Reads whole numbers, names and flags in a query as the OpenAPI document describes them. The framework's own binders also take
/// <c>0x10</c> for a number, a number or a list for a name, and <c>TRUE</c> or a blank for a flag.
/// </summary>
internal sealed class QueryValueBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        if (context.BindingInfo.BindingSource != BindingSource.Query) return null;
        var type = context.Metadata.UnderlyingOrModelType;
        if (type == typeof(bool)) return new Binder(Flag, "This must be true or false.");
        if (type == typeof(int)) return new Binder(Number, "This must be a whole number.");
        return type.IsEnum ? new Binder(Name, "This is none of the names that are known here.") : null;

        object? Flag(string text) => text switch { "true" => true, "false" => false, _ => null };

        object? Number(string text) =>
            WholeNumber.TryRead(text, NumberStyles.AllowLeadingSign, out int number) ? number : null;

        object? Name(string text) =>
            Enum.GetNames(type).FirstOrDefault(name => Written(name).Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
                ? Enum.Parse(type, name)
                : null;

        static string Written(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
    }

    private sealed class Binder(Func<string, object?> read, string expected) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var name = bindingContext.ModelName;
            if (bindingContext.ValueProvider.GetValue(name).FirstValue is not { } text) return Task.CompletedTask;
            if (read(text) is { } value) bindingContext.Result = ModelBindingResult.Success(value);
            else bindingContext.ModelState.AddModelError(name, FieldError.Text("value_error", expected));
            return Task.CompletedTask;
        }
    }
}
