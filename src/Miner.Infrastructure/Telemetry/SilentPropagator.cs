using OpenTelemetry.Context.Propagation;

namespace Miner.Infrastructure.Telemetry;

/// <summary>
/// Adds nothing to requests that go out: OpenTelemetry's instrumentation would put callers' <c>baggage</c> and <c>tracestate</c> into them.
/// What an upstream is told of a trace is the HTTP client's to say (<see cref="Upstreams.TraceParentPropagator"/>).
/// </summary>
internal sealed class SilentPropagator : TextMapPropagator
{
    public override ISet<string> Fields { get; } = new HashSet<string>();

    public override PropagationContext Extract<T>(
        PropagationContext context, T carrier, Func<T, string, IEnumerable<string>?> getter) => context;

    public override void Inject<T>(PropagationContext context, T carrier, Action<T, string, string> setter)
    {
        // Nothing is told.
    }
}
