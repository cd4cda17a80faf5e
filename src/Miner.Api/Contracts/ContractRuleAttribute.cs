using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Miner.Api.Contracts;

/// <summary>
/// What the contract asks of a value. MVC asks it directly; it would put what an attribute of DataAnnotations wants to know together for
/// each value, in four objects that nobody here reads.
/// </summary>
internal abstract class ContractRuleAttribute : Attribute, IModelValidator
{
    public IEnumerable<ModelValidationResult> Validate(ModelValidationContext context) =>
        Problem(context.Model) is { } problem ? [new ModelValidationResult(memberName: "", problem)] : [];

    /// <summary>What is wrong with <paramref name="value"/>, as <see cref="Errors.FieldError.Text"/> puts it, or null.</summary>
    public abstract string? Problem(object? value);
}
