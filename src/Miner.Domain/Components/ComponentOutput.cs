namespace Miner.Domain.Components;

/// <summary>What a component answers.</summary>
/// <param name="ImmediateResponse">The text that the user reads, at most <see cref="MaxImmediateResponse"/> code points.</param>
/// <param name="Notebook">
/// The code or document being worked on, at most <see cref="MaxNotebook"/> code points, or <see cref="Components.Notebook.NoUpdate"/>.
/// </param>
public sealed record ComponentOutput(string ImmediateResponse, string Notebook)
{
    public const int MaxImmediateResponse = 50_000;
    public const int MaxNotebook = 100_000;
}
