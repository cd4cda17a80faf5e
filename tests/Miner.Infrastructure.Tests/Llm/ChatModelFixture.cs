using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>A model as the product registers it, over a real connection to an upstream of the test's own.</summary>
internal abstract class ChatModelFixture
{
    protected const string Key = "sk-test-0123456789";

    protected static readonly AnswerSchema Schema = new("canvas", """{"type":"object","properties":{"a":{"type":"string"}}}""");

    private readonly List<ServiceProvider> _providers = [];

    protected StubUpstream Upstream { get; private set; } = null!;

    protected DrivenClock Clock { get; private set; } = null!;

    protected LogCollector Logs { get; private set; } = null!;

    [SetUp]
    public async Task StartUpstreamAsync()
    {
        Upstream = await StubUpstream.StartAsync();
        Clock = new DrivenClock();
        Logs = new LogCollector();
    }

    [TearDown]
    public async Task StopUpstreamAsync()
    {
        foreach (var provider in _providers) await provider.DisposeAsync();
        _providers.Clear();
        await Upstream.DisposeAsync();
        Logs.Dispose();
    }

    protected static ChatRequest Request(string prompt = "hello", AnswerSchema? schema = null, double? temperature = null) =>
        Request([new ChatMessage(ChatRole.User, prompt)], schema, temperature);

    protected static ChatRequest Request(IReadOnlyList<ChatMessage> messages, AnswerSchema? schema = null, double? temperature = null) =>
        new(messages, schema, temperature);

    protected ChatModelOptions Options(ChatModelProvider provider = ChatModelProvider.OpenAi) =>
        new() { Provider = provider, BaseUrl = Upstream.BaseUrl, ApiKey = Key };

    protected IChatModel Model(ChatModelOptions? options = null) => Services(options ?? Options()).GetRequiredService<IChatModel>();

    protected ServiceProvider Services(ChatModelOptions options)
    {
        var provider = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<TimeProvider>(Clock)
            .AddChatModel(options)
            .BuildServiceProvider(validateScopes: true);
        _providers.Add(provider);
        return provider;
    }

    /// <summary>The failure that a completion ends in.</summary>
    protected static async Task<ChatModelException> FailureOfAsync(Task<ChatCompletion> completion)
    {
        try
        {
            await completion.InTimeAsync();
        }
        catch (ChatModelException failure)
        {
            return failure;
        }

        throw new AssertionException("The completion did not fail.");
    }
}
