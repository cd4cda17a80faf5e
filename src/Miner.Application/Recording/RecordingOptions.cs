namespace Miner.Application.Recording;

/// <summary>How much is recorded of the calls to the miner.</summary>
public sealed record RecordingOptions
{
    public const int MostCalls = 100_000;

    /// <summary>How many calls are kept, 0 to <see cref="MostCalls"/>; 0 records nothing.</summary>
    public int Calls { get; init; }

    /// <summary>What all of them may take in memory, in bytes.</summary>
    public long MaxBytes { get; init; } = 100_000_000;

    /// <summary>What must not appear in what is recorded, such as keys.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    public bool IsOn => Calls > 0;

    /// <summary>Leaves the secrets out, which a record would print.</summary>
    public override string ToString() => $"{Calls} calls in {MaxBytes} bytes";
}
