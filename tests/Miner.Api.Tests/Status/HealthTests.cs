using Microsoft.Extensions.DependencyInjection.Extensions;
using Miner.Application.Ports;
using Moq;

namespace Miner.Api.Tests.Status;

[TestFixture]
internal sealed class HealthTests
{
    [TestCase(true, true, "healthy")]
    [TestCase(false, true, "degraded")]
    [TestCase(true, false, "degraded")]
    [TestCase(false, false, "degraded")]
    public async Task Health_Always_Is200AndTellsWhatWorks(bool modelAnswers, bool canStore, string status)
    {
        var description = new ChatModelDescription("vllm", "m", modelAnswers ? null : "The model is down.") { IsAnswering = modelAnswers };
        await using var miner = await MinerFactory.StartAsync(services => services
            .Replace(ServiceDescriptor.Singleton(Mock.Of<IChatModel>(model => model.Description == description)))
            .Replace(ServiceDescriptor.Singleton(Mock.Of<IConversationRepository>(store => store.IsWritable == canStore))));

        var health = await miner.Http.GetObjectAsync("/health");

        Assert.Multiple(() =>
        {
            Assert.That(health["status"]!.ToString(), Is.EqualTo(status));
            Assert.That((bool)health["model_answers"]!, Is.EqualTo(modelAnswers));
            Assert.That((bool)health["can_store"]!, Is.EqualTo(canStore));
            Assert.That(health["note"]?.ToString(), Is.EqualTo(description.Note));
        });
    }

    [Test]
    public async Task Health_WhenTheStoreCannotBeRead_IsDegradedAndKnowsNoConversations()
    {
        var store = new Mock<IConversationRepository>();
        store.Setup(conversations => conversations.CountAsync(It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StorageException("locked", new IOException()));
        await using var miner = await MinerFactory.StartAsync(services => services.Replace(ServiceDescriptor.Singleton(store.Object)));

        var health = await miner.Http.GetObjectAsync("/health");

        Assert.That(health["status"]!.ToString(), Is.EqualTo("degraded"));
        Assert.That((int)health["active_conversations"]!, Is.Zero);
    }

    [Test]
    public async Task Health_OfTheEmbeddedModel_IsHealthyThoughThereIsANote()
    {
        await using var miner = await MinerFactory.StartAsync(("LLM_PROVIDER", "offline"));

        var health = await miner.Http.GetObjectAsync("/health");

        Assert.That(health["status"]!.ToString(), Is.EqualTo("healthy"));
        Assert.That(health["note"]!.ToString(), Does.Contain("offline model"));
    }
}
