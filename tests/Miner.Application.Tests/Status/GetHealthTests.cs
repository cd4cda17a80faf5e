using Microsoft.Extensions.Logging.Abstractions;
using Miner.Application.Ports;
using Miner.Application.Status;
using Moq;

namespace Miner.Application.Tests.Status;

[TestFixture]
internal sealed class GetHealthTests
{
    [Test]
    public async Task Handle_WhenTheStoreCannotBeRead_StillTellsTheModel()
    {
        var model = Mock.Of<IChatModel>(model => model.Description == new ChatModelDescription("vllm", "m", null));
        var conversations = new Mock<IConversationRepository>();
        conversations
            .Setup(store => store.CountAsync(CancellationToken.None))
            .ThrowsAsync(new StorageException("locked", new IOException()));

        var health = await new GetHealthHandler(model, conversations.Object, NullLogger<GetHealthHandler>.Instance)
            .Handle(new GetHealthQuery(), CancellationToken.None);

        Assert.That(health, Is.EqualTo(new HealthReport(model.Description, ActiveConversations: null, CanStore: false)));
    }

    [Test]
    public async Task Handle_WhenTheStoreCanBeReadOnly_TellsSo([Values] bool isWritable)
    {
        var model = Mock.Of<IChatModel>(model => model.Description == new ChatModelDescription("vllm", "m", null));
        var conversations = new Mock<IConversationRepository>();
        conversations.Setup(store => store.CountAsync(CancellationToken.None)).ReturnsAsync(3);
        conversations.Setup(store => store.IsWritable).Returns(isWritable);

        var health = await new GetHealthHandler(model, conversations.Object, NullLogger<GetHealthHandler>.Instance)
            .Handle(new GetHealthQuery(), CancellationToken.None);

        Assert.That(health, Is.EqualTo(new HealthReport(model.Description, ActiveConversations: 3, CanStore: isWritable)));
    }
}
