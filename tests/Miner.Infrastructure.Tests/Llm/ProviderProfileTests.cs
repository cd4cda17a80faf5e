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

    [Test]
    public void For_TheOfflineModel_Throws() =>
        Assert.That(() => ProviderProfile.For(new ChatModelOptions()), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(60, 57, 42.75)]
    [TestCase(20, 19, 14.25)]
    [TestCase(1, 0.95, 0.7125)]
    public void Within_ARequestTimeout_LeavesRoomToAnswerAndToTryAgain(double timeout, double total, double attempt)
    {
        var deadlines = UpstreamDeadlines.Within(TimeSpan.FromSeconds(timeout));

        Assert.That(deadlines, Is.EqualTo(new UpstreamDeadlines(TimeSpan.FromSeconds(total), TimeSpan.FromSeconds(attempt))));
    }

    [Test]
    public void ToString_OfOptions_LeavesTheKeyOut() =>
        Assert.That(new ChatModelOptions { ApiKey = "sk-secret" }.ToString(), Does.Not.Contain("secret"));
}
