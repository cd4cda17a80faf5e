using Miner.Domain.Text;

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

    /// <summary>True when it is shorter than what there was to say.</summary>
    public bool Truncated { get; init; }

    /// <summary>
    /// The output with two texts of any length: each is cut to its limit, NUL and lone surrogates become U+FFFD, and a notebook that holds
    /// nothing becomes <see cref="Components.Notebook.NoUpdate"/>.
    /// </summary>
    public static ComponentOutput Fit(string immediateResponse, string notebook)
    {
        var response = CodePoints.Cut(CodePoints.ReplaceUnstorable(immediateResponse), MaxImmediateResponse);
        var kept = CodePoints.Cut(CodePoints.ReplaceUnstorable(notebook), MaxNotebook);
        return new ComponentOutput(response, Components.Notebook.IsReal(kept) ? kept : Components.Notebook.NoUpdate)
        {
            Truncated = response.Length < immediateResponse.Length || kept.Length < notebook.Length,
        };
    }
}
