using System.Runtime.CompilerServices;
using Miner.Domain.Components;

namespace Miner.Operator.Doctor;

/// <summary>
/// Would the subnet be served by a miner? Asks it all that the orchestrator asks, as a stranger on the network. Leaves nothing behind
/// but what <c>human_feedback</c> may read into a word of thanks, under an id that is used once.
/// </summary>
public sealed class MinerDoctor
{
    private readonly MinerNetwork _network;
    private readonly TimeProvider _time;

    public MinerDoctor(TimeProvider time)
        : this(new MinerNetwork(), time)
    {
    }

    internal MinerDoctor(MinerNetwork network, TimeProvider time)
    {
        _network = network;
        _time = time;
    }

    /// <param name="address">An <c>http</c> or <c>https</c> address without query or credentials; its path is a prefix.</param>
    /// <param name="apiKey">Visible ASCII. A secret: sent only over connections that cannot be listened to.</param>
    /// <param name="progress">Told of each check as it is done; null for nobody.</param>
    public async Task<DoctorReport> ExamineAsync(
        Uri address, string apiKey, IProgress<DoctorCheck>? progress, CancellationToken cancellationToken)
    {
        using var connection = new DoctorConnection(_network, _time);
        var checks = new List<DoctorCheck>();
        await foreach (var check in CheckAsync(connection, address, apiKey, cancellationToken))
        {
            checks.Add(check);
            progress?.Report(check);
        }

        return new DoctorReport(address, checks);
    }

    /// <summary>Ends early where nothing further could be learnt, or learnt safely.</summary>
    private async IAsyncEnumerable<DoctorCheck> CheckAsync(
        DoctorConnection connection, Uri address, string apiKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = ConnectionChecks.Name(address, await connection.ResolveAsync(address.IdnHost, cancellationToken));
        yield return name;
        if (!name.Passed) yield break;

        var certificate = address.Scheme == Uri.UriSchemeHttps ? await connection.ExamineTlsAsync(address, cancellationToken) : null;
        yield return certificate is null
            ? ConnectionChecks.PlainHttp(address)
            : ConnectionChecks.Certificate(certificate, _time.GetUtcNow());
        if (!ConnectionChecks.IsSafeForKeys(address, certificate, _time.GetUtcNow())) yield break;

        var caller = new MinerCaller(connection, _time, address);
        var health = await caller.GetAsync("health", apiKey: null, cancellationToken);
        yield return AnswerChecks.Health(health);
        // What says nothing at all to the simplest question would keep every check waiting for a minute.
        if (health is CallFailure { Fault: CallFault.Unreachable or CallFault.TimedOut }) yield break;

        var capabilities = await caller.GetAsync("capabilities", apiKey, cancellationToken);
        yield return AnswerChecks.Capabilities(capabilities);
        // A miner may shut out whoever goes on with a key that it does not know.
        if (capabilities is CallAnswer { Status: 401 or 403 }) yield break;

        var configured = AnswerChecks.Model(capabilities);
        var cid = $"doctor-{Guid.NewGuid():N}";
        var slowest = (Component: Component.Complete, Latency: TimeSpan.Zero);
        foreach (var component in Enum.GetValues<Component>())
        {
            var result = await caller.PostAsync(component.Name(), apiKey, ComponentRequests.For(component, cid), cancellationToken);
            yield return AnswerChecks.Component(component, cid, result, configured);
            if (result.Latency > slowest.Latency) slowest = (component, result.Latency);
        }

        var request = ComponentRequests.For(Component.Complete, cid);
        yield return AnswerChecks.Refusal(
            DoctorCheckNames.WrongKey,
            await caller.PostAsync(ComponentNames.Complete, $"doctor-{Guid.NewGuid():N}", request, cancellationToken));
        yield return AnswerChecks.Refusal(
            DoctorCheckNames.NoKey, await caller.PostAsync(ComponentNames.Complete, apiKey: null, request, cancellationToken));
        yield return TimingChecks.Slowest(slowest.Component, slowest.Latency);
        yield return TimingChecks.Clock(health);
        yield return AnswerChecks.Deletion(await caller.DeleteAsync($"conversations/{cid}", apiKey, cancellationToken));
    }
}
