using Miner.Api.Errors;
using Miner.Domain.Text;

namespace Miner.Api.Contracts;

/// <summary>
/// A string of <paramref name="minimum"/> to <paramref name="maximum"/> Unicode code points without NUL and lone surrogates. Must be there;
/// with a minimum of 1 it must not be blank either.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal class TextAttribute(int minimum, int maximum) : ContractRuleAttribute
{
    public int Minimum { get; } = minimum;

    public int Maximum { get; } = maximum;

    /// <summary>What the OpenAPI document says beyond the lengths, as an ECMA-262 expression; it cannot speak of lone surrogates.</summary>
    public virtual string Pattern => Minimum > 0 ? @"^(?=[\s\S]*\S)[^\u0000]*$" : @"^[^\u0000]*$";

    public sealed override string? Problem(object? value) => Problem(value as string);

    protected virtual string? Problem(string? text)
    {
        if (text is null) return FieldError.Text("missing", "This field is required.");
        if (CodePoints.HasUnstorable(text)) return FieldError.Text("string_unicode", "NUL characters and lone surrogates are not allowed.");
        if (CodePoints.Count(text) > Maximum) return FieldError.Text("string_too_long", $"At most {Maximum} characters are allowed.");
        return Minimum > 0 && string.IsNullOrWhiteSpace(text)
            ? FieldError.Text("string_too_short", "This must not be blank.")
            : null;
    }
}
