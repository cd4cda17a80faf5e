using Microsoft.Extensions.Logging.Abstractions;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Application.Status;
using Miner.Application.Telemetry;
using Miner.Application.Tests.Components;
using Moq;

namespace Miner.Application.Tests.Status;

[TestFixture]
internal sealed class GetHealthTests
{
    [Test]
    public async Task Handle_WhenTheStoreCannotBeRead_StillTellsTheModel()
    {
        var models = Models.Of(Mock.Of<IChatModel>(model => model.Description == new ChatModelDescription("vllm", "m", null)));
        var conversations = new Mock<IConversationRepository>();
        conversations
            .Setup(store => store.CountAsync(CancellationToken.None))
            .ThrowsAsync(new StorageException("locked", new IOException()));

        var health = await Handler(models, conversations.Object, new StorageStatus(0, 0, ReadsFail: false))
            .Handle(new GetHealthQuery(), CancellationToken.None);

        Assert.That(health, Is.EqualTo(new HealthReport(models.Description, ActiveConversations: null, CanStore: false)));
    }

    [Test]
    public async Task Handle_WhenTheStoreCanBeReadOnly_TellsSo([Values] bool isWritable)
    {
        var models = Models.Of(Mock.Of<IChatModel>(model => model.Description == new ChatModelDescription("vllm", "m", null)));
        var conversations = new Mock<IConversationRepository>();
        conversations.Setup(store => store.CountAsync(CancellationToken.None)).ReturnsAsync(3);
        conversations.Setup(store => store.IsWritable).Returns(isWritable);

        var health = await Handler(models, conversations.Object, new StorageStatus(0, 0, ReadsFail: false))
            .Handle(new GetHealthQuery(), CancellationToken.None);

        Assert.That(health, Is.EqualTo(new HealthReport(models.Description, ActiveConversations: 3, CanStore: isWritable)));
    }

    [TestCase(0, 5, false, true)]
    [TestCase(1, 0, false, false)]
    [TestCase(0, 0, true, false)]
    public async Task Handle_WhilePairsWaitOrReadsFail_TellsSo(int pending, long lost, bool readsFail, bool canStore)
    {
        var models = Models.Of(Mock.Of<IChatModel>(model => model.Description == new ChatModelDescription("vllm", "m", null)));
        var conversations = Mock.Of<IConversationRepository>(store => store.IsWritable);

        var health = await Handler(models, conversations, new StorageStatus(pending, lost, readsFail))
            .Handle(new GetHealthQuery(), CancellationToken.None);

        Assert.That(health.CanStore, Is.EqualTo(canStore));
    }

    /// <summary>It works only with a store and a model; with whom limits are counted makes no difference.</summary>
    [Test]
    public async Task Handle_OfStoreModelAndCounters_IsHealthyWhereBothOfTheFirstWork(
        [Values] bool isWritable, [Values] bool isAnswering, [Values] CounterSharing sharing)
    {
        var description = new ChatModelDescription("vllm", "m") { IsAnswering = isAnswering };
        var handler = new GetHealthHandler(
            Models.Of(Mock.Of<IChatModel>(model => model.Description == description)),
            Mock.Of<IConversationRepository>(store => store.IsWritable == isWritable),
            Mock.Of<IStorageStatus>(storage => storage.Read() == new StorageStatus(0, 0, false)),
            Mock.Of<IReplicas>(replicas => replicas.Sharing == sharing),
            new StorageLog(NullLoggerFactory.Instance, TimeProvider.System));

        var health = await handler.Handle(new GetHealthQuery(), CancellationToken.None);

        Assert.That(
            (health.IsHealthy, health.Counters, health.Model), Is.EqualTo((isWritable && isAnswering, sharing, description)));
    }

    private static GetHealthHandler Handler(ModelChoice models, IConversationRepository conversations, StorageStatus status) => new(
        models,
        conversations,
        Mock.Of<IStorageStatus>(storage => storage.Read() == status),
        Mock.Of<IReplicas>(),
        new StorageLog(NullLoggerFactory.Instance, TimeProvider.System));
}
