namespace Miner.Operator.Tests;

[TestFixture]
internal sealed class ConfiguredModelTests
{
    [TestCase("gpt-4o-mini", "gpt-4o-mini", false)]
    [TestCase("gpt-4o-mini", "GPT-4o-mini", false)]
    [TestCase("gpt-4o-mini", "gpt-4o-mini-2024-07-18", false)]
    [TestCase("claude-sonnet-4", "claude-sonnet-4-20250514", false)]
    [TestCase("my model", "my_model", false)]
    [TestCase("gpt-4o-mini", "offline-1", true)]
    [TestCase("gpt-4o-mini", "gpt-4o", true)]
    [TestCase("gpt-4o", "gpt-4o-mini", true)]
    [TestCase("gpt-4o", "gpt-4o-mini-2024-07-18", true)]
    [TestCase("gpt-4o-mini", "gpt-4o-mini-2024-07-18-2024-07-18", true)]
    [TestCase("gpt-4o-mini", "gpt-4o-mini\n", true)]
    [TestCase("gpt-4o-mini", null, false)]
    [TestCase(null, "offline-1", false)]
    public void IsAnother_OfAnAnswersModel_ComparesTheNames(string? configured, string? answering, bool isAnother) =>
        Assert.That(new ConfiguredModel("openai", configured).IsAnother(answering), Is.EqualTo(isAnother));

    [Test]
    public void IsAnother_WhereTheEmbeddedModelIsTheMiners_IsNever() =>
        Assert.That(new ConfiguredModel("offline", "offline-1").IsAnother("offline-2"), Is.False);

    [TestCase("vllm", "llama", "vllm llama")]
    [TestCase(null, "llama", "llama")]
    [TestCase("vllm", null, null)]
    public void Describe_AsFarAsItIsKnown_NamesProviderAndModel(string? provider, string? name, string? description) =>
        Assert.That(new ConfiguredModel(provider, name).Describe(), Is.EqualTo(description));

    [Test]
    public void Name_OfAnyLengthAndAlphabet_IsShortAndVisible()
    {
        var name = new ConfiguredModel("openai", "\e[31mred\r\n模型" + new string('x', 10_000)).Name;

        Assert.That(name, Does.StartWith("_[31mred____xxx"));
        Assert.That(name, Has.Length.EqualTo(100));
    }
}
