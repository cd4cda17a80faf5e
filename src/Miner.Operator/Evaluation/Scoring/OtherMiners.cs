namespace Miner.Operator.Evaluation.Scoring;

/// <summary>The miners that one is weighed against.</summary>
public sealed class OtherMiners
{
    private OtherMiners(IReadOnlyList<FieldMiner> miners) => Miners = miners;

    internal IReadOnlyList<FieldMiner> Miners { get; }

    /// <summary>Reads them as CSV with the columns <c>name</c>, <c>raw_score</c> and <c>edges_per_minute</c>.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="csv">UTF-8.</param>
    /// <exception cref="OperatorException">It cannot be read; the message names the line.</exception>
    public static OtherMiners Read(string name, byte[] csv) => new(FieldLines.Read(name, new MemoryStream(csv, writable: false)));
}
