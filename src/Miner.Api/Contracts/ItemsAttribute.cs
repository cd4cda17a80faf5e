using System.Collections;
using Miner.Api.Errors;

namespace Miner.Api.Contracts;

/// <summary>A list of <paramref name="minimum"/> to <paramref name="maximum"/> items, none of them null. Must be there.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ItemsAttribute(int minimum, int maximum) : ContractRuleAttribute
{
    public int Minimum { get; } = minimum;

    public int Maximum { get; } = maximum;

    public override string? Problem(object? value)
    {
        if (value is not IList items) return FieldError.Text("missing", "This field is required.");
        if (items.Count < Minimum) return FieldError.Text("too_short", $"At least {Minimum} item is required.");
        if (items.Count > Maximum) return FieldError.Text("too_long", $"At most {Maximum} items are allowed.");
        return items.Contains(null) ? FieldError.Text("null_item", "No item may be null.") : null;
    }
}
