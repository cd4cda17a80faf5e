using Miner.Api.Errors;

namespace Miner.Api.Contracts;

/// <summary>An object that must be there.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PresentAttribute : ContractRuleAttribute
{
    public override string? Problem(object? value) =>
        value is null ? FieldError.Text("missing", "This field is required.") : null;
}
