using System.CommandLine;
using Miner.Operator.Registration;

namespace Miner.Api.Cli;

/// <summary><c>keygen</c>: make a key for the miner's callers.</summary>
internal sealed class KeygenVerb : Verb
{
    // On standard error, so that $(… keygen) is the key alone.
    private const string Rotation = """

        Set it as API_KEY, in the environment or in .env. To change a key that is in use without refusing a call:
        1. API_KEY=NEW,OLD in .env, and kill -HUP or restart the miner: both keys are right.
        2. Run 'sign', which takes the first of API_KEY, and register again.
        3. Once the orchestrator calls with the new one: API_KEY=NEW, and kill -HUP or restart again.
        """;

    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON object." };

    public KeygenVerb()
        : base("keygen", "Make a key for the miner's callers, and tell how to change to it.", "", "keygen", "keygen --json")
    {
        Options.Add(_json);
        SetAction(GenerateAsync);
    }

    private async Task<int> GenerateAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var key = ApiKey.Create();
        Console.WriteLine(parsed.GetValue(_json) ? VerbJson.Serialize(new { ApiKey = key }) : key);
        if (!parsed.GetValue(_json)) await Console.Error.WriteLineAsync(Rotation);
        return 0;
    }
}
