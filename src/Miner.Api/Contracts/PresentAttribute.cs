using System.ComponentModel.DataAnnotations;
using Miner.Api.Errors;

namespace Miner.Api.Contracts;

/// <summary>An object that must be there.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PresentAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is null ? new ValidationResult(FieldError.Text("missing", "This field is required.")) : null;
}
