using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// The operator's upstreams in the order in which they are asked. The next one is asked when one fails, and beside one that does not answer
/// for long; whichever answers first wins, and all share one deadline.
/// </summary>
/// <param name="models">At least one.</param>
internal sealed class ModelChain(
    IReadOnlyList<UpstreamModel> models, ModelChainOptions options, UpstreamDeadlines deadlines, TimeProvider time) : IChatModel
{
    private readonly HedgeBudget? _hedges = options.Hedges ? new HedgeBudget() : null;

    /// <summary>The first upstream's, with how it does; it is answering as long as one of the chain is.</summary>
    public ChatModelDescription Description =>
        models[0].Description with { IsAnswering = models.Any(model => model.IsAnswering) };

    public async Task<ChatCompletion> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var inTurn = models;
        if (request.PrefersAnother && models.Count > 1)
        {
            inTurn = [.. models.Skip(1), models[0]];
            inTurn[0].Health.Count(UpstreamEvent.FellBack);
        }

        using var call = new ChainedCall(inTurn, request, deadlines, time, cancellationToken)
        {
            Hedges = _hedges,
            FallsBackOnContentFilter = options.FallsBackOnContentFilter,
        };
        try
        {
            return await call.CompleteAsync();
        }
        catch (UpstreamException failure)
        {
            throw CompletionFailure.Of(failure);
        }
    }
}
