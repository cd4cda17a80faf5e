using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Upstreams;

/// <summary>What a circuit remembers is bounded, however many questions are asked within its window.</summary>
internal sealed class UpstreamCircuitTests
{
    private const int Kept = 10_000;

    [Test]
    public void Failed_AfterFarMoreAnswersThanAreKept_OpensAtHalfOfThoseThatAre()
    {
        var circuit = new UpstreamCircuit(new DrivenClock());
        for (var subject = 0; subject < 3 * Kept; subject++) circuit.Succeeded(subject);
        circuit.Admit(out var period);

        for (var failure = 1; failure < Kept / 2; failure++) circuit.Failed(-failure, period);
        Assert.That(circuit.State, Is.EqualTo(CircuitState.Closed));
        circuit.Failed(-Kept, period);

        Assert.That(circuit.State, Is.EqualTo(CircuitState.Open));
    }
}
