using Miner.Infrastructure.Llm;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Tests.Llm;

internal sealed class ProviderProfileTests
{
    [TestCase(ChatModelProvider.OpenAi, "https://api.openai.com/v1", "openai", nameof(TokenLimitParameter.MaxCompletionTokens))]
    [TestCase(ChatModelProvider.OpenAi, "https://API.OpenAI.com/v1", "openai", nameof(TokenLimitParameter.MaxCompletionTokens))]
    [TestCase(ChatModelProvider.OpenAi, "https://api.openai.com.example.org/v1", "openai", nameof(TokenLimitParameter.MaxTokens))]
    [TestCase(ChatModelProvider.Vllm, "http://localhost:8000/v1", "vllm", nameof(TokenLimitParameter.MaxTokens))]
    public void For_EachProvider_NamesItAndItsFirstTokenLimit(ChatModelProvider provider, string baseUrl, string name, string tokenLimit)
    {
        var profile = ProviderProfile.For(new ChatModelOptions { Provider = provider, BaseUrl = new Uri(baseUrl) });

        Assert.That((profile.Name, profile.TokenLimit.ToString()), Is.EqualTo((name, tokenLimit)));
    }

    [TestCase(60, 57, 24)]
    [TestCase(20, 19, 8)]
    [TestCase(1, 0.95, 0.4)]
    public void Within_ARequestTimeout_LeavesRoomToAnswerAndForASecondCall(double timeout, double total, double silence)
    {
        var deadlines = UpstreamDeadlines.Within(TimeSpan.FromSeconds(timeout));

        Assert.That(deadlines, Is.EqualTo(new UpstreamDeadlines(
            TimeSpan.FromSeconds(total), TimeSpan.FromSeconds(total), TimeSpan.FromSeconds(silence))));
    }

    [Test]
    public void ToString_OfOptions_LeavesTheKeyOut() =>
        Assert.That(new ChatModelOptions { ApiKeys = ["sk-secret"] }.ToString(), Does.Not.Contain("secret"));
}
