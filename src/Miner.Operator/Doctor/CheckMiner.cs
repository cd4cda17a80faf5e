using System.Runtime.CompilerServices;
using MediatR;
using Miner.Domain.Components;

namespace Miner.Operator.Doctor;

/// <summary>
/// Would the subnet be served by this miner? Asks it all that the orchestrator asks, as a stranger on the network. Leaves nothing behind
/// but what <c>human_feedback</c> may read into a word of thanks, under an id that is used once.
/// </summary>
/// <param name="Address">An <c>http</c> or <c>https</c> address without query or credentials; its path is a prefix.</param>
/// <param name="ApiKey">Visible ASCII. A secret: sent only over connections that cannot be listened to.</param>
/// <param name="Progress">Told of each check as it is done.</param>
public sealed record CheckMinerQuery(Uri Address, string ApiKey, IProgress<MinerCheck>? Progress = null) : IRequest<MinerReport>
{
    /// <summary>Leaves the key out, which a record would print.</summary>
    public override string ToString() => Address.ToString();
}

internal sealed class CheckMinerHandler(IMinerProbe probe, TimeProvider time) : IRequestHandler<CheckMinerQuery, MinerReport>
{
    public async Task<MinerReport> Handle(CheckMinerQuery query, CancellationToken cancellationToken)
    {
        var checks = new List<MinerCheck>();
        await foreach (var check in CheckAsync(query, cancellationToken))
        {
            checks.Add(check);
            query.Progress?.Report(check);
        }

        return new MinerReport(query.Address, checks);
    }

    /// <summary>Ends early where nothing further could be learnt, or learnt safely.</summary>
    private async IAsyncEnumerable<MinerCheck> CheckAsync(
        CheckMinerQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = ConnectionChecks.Name(query.Address, await probe.ResolveAsync(query.Address.IdnHost, cancellationToken));
        yield return name;
        if (!name.Passed) yield break;

        var certificate = query.Address.Scheme == Uri.UriSchemeHttps ? await probe.ExamineTlsAsync(query.Address, cancellationToken) : null;
        yield return certificate is null
            ? ConnectionChecks.PlainHttp(query.Address)
            : ConnectionChecks.Certificate(certificate, time.GetUtcNow());
        if (!ConnectionChecks.IsSafeForKeys(query.Address, certificate, time.GetUtcNow())) yield break;

        var caller = new MinerCaller(probe, time, query.Address);
        var health = await caller.GetAsync("health", apiKey: null, cancellationToken);
        yield return AnswerChecks.Health(health);
        // What says nothing at all to the simplest question would keep every check waiting for a minute.
        if (health is ProbeFailure { Fault: ProbeFault.Unreachable or ProbeFault.TimedOut }) yield break;

        var capabilities = await caller.GetAsync("capabilities", query.ApiKey, cancellationToken);
        yield return AnswerChecks.Capabilities(capabilities);
        // A miner may shut out whoever goes on with a key that it does not know.
        if (capabilities is ProbeAnswer { Status: 401 or 403 }) yield break;

        var cid = $"doctor-{Guid.NewGuid():N}";
        var slowest = (Component: Component.Complete, Latency: TimeSpan.Zero);
        foreach (var component in Enum.GetValues<Component>())
        {
            var result = await caller.PostAsync(component.Name(), query.ApiKey, ComponentRequests.For(component, cid), cancellationToken);
            yield return AnswerChecks.Component(component, cid, result);
            if (result.Latency > slowest.Latency) slowest = (component, result.Latency);
        }

        var request = ComponentRequests.For(Component.Complete, cid);
        yield return AnswerChecks.Refusal(
            CheckNames.WrongKey, await caller.PostAsync(ComponentNames.Complete, $"doctor-{Guid.NewGuid():N}", request, cancellationToken));
        yield return AnswerChecks.Refusal(
            CheckNames.NoKey, await caller.PostAsync(ComponentNames.Complete, apiKey: null, request, cancellationToken));
        yield return TimingChecks.Slowest(slowest.Component, slowest.Latency);
        yield return TimingChecks.Clock(health);
        yield return AnswerChecks.Deletion(await caller.DeleteAsync($"conversations/{cid}", query.ApiKey, cancellationToken));
    }
}
