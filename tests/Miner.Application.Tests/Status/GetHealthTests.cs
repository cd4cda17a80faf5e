using Microsoft.Extensions.Logging.Abstractions;
using Miner.Application.Ports;
using Miner.Application.Status;
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

        var health = await new GetHealthHandler(models, conversations.Object, NullLogger<GetHealthHandler>.Instance)
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

        var health = await new GetHealthHandler(models, conversations.Object, NullLogger<GetHealthHandler>.Instance)
            .Handle(new GetHealthQuery(), CancellationToken.None);

        Assert.That(health, Is.EqualTo(new HealthReport(models.Description, ActiveConversations: 3, CanStore: isWritable)));
    }
}
