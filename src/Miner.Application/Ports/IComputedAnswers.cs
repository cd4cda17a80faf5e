using Miner.Domain.Components;
using Miner.Domain.Playbooks;

namespace Miner.Application.Ports;

/// <summary>The embedded model: it computes and sorts by rules, without network or chance, and reads no prompt.</summary>
public interface IComputedAnswers
{
    ChatModelDescription Description { get; }

    /// <summary>What it makes of a request to <paramref name="component"/>.</summary>
    /// <param name="component">Any that answers with an output of a model.</param>
    /// <param name="inPart">
    /// Whether an answer to some of the queries alone will do, or a sentence on why there is none; then it always gives an output.
    /// </param>
    /// <returns>Null where it cannot help.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ComponentOutput? Answer(Component component, ComponentInput input, bool inPart, CancellationToken cancellationToken);

    /// <summary>The insights that a feedback states plainly; none where it states none.</summary>
    /// <param name="feedback">The user's words.</param>
    IReadOnlyList<Insight> ReadInsights(IReadOnlyList<string> feedback);
}
