namespace Miner.Mathematics.Equations;

/// <summary>One side of an equation.</summary>
/// <param name="Start">Where <paramref name="Written"/> begins in the text.</param>
/// <param name="Written">As it stands there, without what it is counted in.</param>
/// <param name="Formula">The same without LaTeX.</param>
/// <param name="Unit">The word that it is counted in, or empty.</param>
internal sealed record EquationSide(int Start, string Written, string Formula, string Unit)
{
    /// <summary>What a value is said in, where the side has several units: behind a number.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Whether something is computed in it: a lone number or name is no calculation.</summary>
    public bool HasOperation => Formula.Length > 0 && new FormulaSpan(Start, Formula).HasOperation;
}

/// <summary>Sides with an equals sign between each and the next.</summary>
/// <param name="Start">Where the statement that they are made in begins in the text.</param>
/// <param name="End">Where it ends.</param>
internal sealed record EquationChain(IReadOnlyList<EquationSide> Sides, int Start, int End)
{
    public IEnumerable<(EquationSide Left, EquationSide Right)> Pairs => Sides.Zip(Sides.Skip(1));
}
