using System.CommandLine;
using Miner.Api.Settings;
using Miner.Client;
using Miner.Operator;

namespace Miner.Api.Cli;

/// <summary><c>health</c>: whether a miner answers, for container engines and scripts that have no HTTP client.</summary>
internal sealed class HealthVerb : Verb
{
    private const int MaxAnswerBytes = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly MinerAddress _address = new();

    public HealthVerb()
        : base(
            "health",
            "Tell whether a miner answers, with nothing but its address.",
            $"""
            Writes what /health says: healthy, or degraded while it can store nothing or no model answers, which a restart would not mend.
            Either is exit status 0; it is 1 when there is no answer within {Patience.TotalSeconds} s.
            """,
            "health",
            "health --url http://127.0.0.1:8001")
    {
        _address.AddTo(this);
        SetAction(AskAsync);
    }

    private async Task<int> AskAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var address = _address.Read(parsed, new SettingReader(VerbServices.ReadConfiguration()));
        using var connections = new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false };
        using var http = new HttpClient(connections)
        {
            BaseAddress = address,
            Timeout = Patience,
            MaxResponseContentBufferSize = MaxAnswerBytes,
        };
        try
        {
            var health = await new MinerClient(http).GetHealthAsync(cancellationToken);
            var status = health.Status == HealthResponseStatus.Healthy ? "healthy" : "degraded";
            await parsed.InvocationConfiguration.Output.WriteLineAsync(status);
            return 0;
        }
        catch (ApiException exception)
        {
            throw new OperatorException($"What answers at {address} is no miner in order (HTTP {exception.StatusCode}).", exception);
        }
        catch (Exception exception) when (
            exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new OperatorException($"No miner answers at {address}.", exception);
        }
    }
}
