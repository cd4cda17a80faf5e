using Miner.Application.Recording;

namespace Miner.Api.Contracts;

/// <summary>A page of the recorded calls.</summary>
/// <param name="TotalCalls">How many the filters let through, on all pages.</param>
/// <param name="Calls">Those of this page.</param>
/// <param name="RecordedCalls">How many are kept.</param>
/// <param name="MaxCalls">How many are kept at most: `RECORD_CALLS`; 0 where nothing is recorded.</param>
/// <param name="Bytes">What they take in memory.</param>
/// <param name="MaxBytes">What they may take: `RECORD_MEGABYTES`.</param>
public sealed record CallListResponse(
    int TotalCalls, IReadOnlyList<CallSummary> Calls, int RecordedCalls, int MaxCalls, long Bytes, long MaxBytes);

/// <summary>A recorded call.</summary>
/// <param name="Summary">The call in a line, as in the list.</param>
/// <param name="Detail">What happened in it.</param>
public sealed record CallResponse(CallSummary Summary, CallDetail Detail);

/// <summary>Tells that the recorded calls were deleted.</summary>
/// <param name="Success">Always true.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Deleted">How many there were.</param>
public sealed record CallsDeletedResponse(bool Success, string Message, int Deleted);
