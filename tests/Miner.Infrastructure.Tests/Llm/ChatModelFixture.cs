using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>A model as the product registers it, over a real connection to an upstream of the test's own.</summary>
internal abstract class ChatModelFixture : UpstreamFixture
{
    protected const string Key = "sk-test-0123456789";

    protected static readonly AnswerSchema Schema = new("canvas", """{"type":"object","properties":{"a":{"type":"string"}}}""");

    protected static ChatRequest Request(string prompt = "hello", AnswerSchema? schema = null, double? temperature = null) =>
        Request([new ChatMessage(ChatRole.User, prompt)], schema, temperature);

    protected static ChatRequest Request(IReadOnlyList<ChatMessage> messages, AnswerSchema? schema = null, double? temperature = null) =>
        new(messages, schema, temperature);

    protected ChatModelOptions Options(ChatModelProvider provider = ChatModelProvider.OpenAi) =>
        new() { Provider = provider, BaseUrl = Upstream.BaseUrl, ApiKeys = [Key] };

    protected IChatModel Model(ChatModelOptions? options = null) => Services(options ?? Options()).GetRequiredService<IChatModel>();

    protected ServiceProvider Services(ChatModelOptions options) => Services(new ModelChainOptions { Models = [options] });

    protected ServiceProvider Services(ModelChainOptions options) => Services(services => services.AddChatModel(options));

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
