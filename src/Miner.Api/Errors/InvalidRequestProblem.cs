using Microsoft.AspNetCore.Mvc;

namespace Miner.Api.Errors;

/// <summary>The problem of a request with wrong content (422): it names every field that is wrong.</summary>
public sealed class InvalidRequestProblem : ProblemDetails
{
    public required IReadOnlyList<FieldError> Errors { get; init; }
}
