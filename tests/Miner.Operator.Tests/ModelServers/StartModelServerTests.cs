using Miner.Operator.ModelServers;
using Miner.Testing;
using Moq;

namespace Miner.Operator.Tests.ModelServers;

[TestFixture]
internal sealed class StartModelServerTests
{
    private static readonly ModelServerOptions Options = new("some/model", 8000, ApiKey: null, Extra: []);

    private readonly List<IReadOnlyList<string>> _answering = [];
    private TaskCompletionSource _answered = null!;
    private TaskCompletionSource<int> _ended = null!;
    private Mock<IModelServer> _server = null!;
    private DrivenClock _time = null!;

    [SetUp]
    public void MakeServer()
    {
        _answering.Clear();
        _answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ended = new TaskCompletionSource<int>();
        _server = new Mock<IModelServer>();
        _server.Setup(server => server.Ended).Returns(_ended.Task);
        _time = new DrivenClock();
    }

    [Test]
    public async Task Handle_UntilTheServerAnswers_AsksEverMoreSlowly()
    {
        var asked = 0;
        _server
            .Setup(server => server.ListModelsAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => ++asked == 8 ? ["some/model"] : null);

        var handling = HandleAsync(CancellationToken.None);
        await _answered.Task.InTimeAsync();
        _ended.SetResult(0);

        Assert.That(await handling, Is.EqualTo(new ModelServerEnd(0, HasAnswered: true)));
        Assert.That(_time.Pauses.Select(pause => pause.TotalSeconds), Is.EqualTo(new[] { 1, 2, 4, 8, 10, 10, 10 }));
        Assert.That(_answering, Is.EqualTo(new[] { new[] { "some/model" } }));
    }

    [Test]
    public async Task Handle_WhenTheServerEndsBeforeItAnswers_TellsItsStatus()
    {
        var asked = 0;
        _server.Setup(server => server.ListModelsAsync(It.IsAny<CancellationToken>()))
            .Callback(() =>
            {
                if (++asked == 3) _ended.SetResult(7);
            })
            .ReturnsAsync((IReadOnlyList<string>?)null);

        Assert.That(await HandleAsync(CancellationToken.None), Is.EqualTo(new ModelServerEnd(7, HasAnswered: false)));
        Assert.That(_answering, Is.Empty);
        _server.Verify(server => server.DisposeAsync(), Times.Once);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Handle_WhenItIsCancelled_EndsTheServer(bool answers)
    {
        using var cancellation = new CancellationTokenSource();
        _server.Setup(server => server.ListModelsAsync(It.IsAny<CancellationToken>()))
            .Callback(cancellation.Cancel)
            .ReturnsAsync(answers ? ["some/model"] : null);

        await Assert.ThatAsync(() => HandleAsync(cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        _server.Verify(server => server.DisposeAsync(), Times.Once);
    }

    private Task<ModelServerEnd> HandleAsync(CancellationToken cancellationToken)
    {
        var launcher = Mock.Of<IModelServerLauncher>(launcher => launcher.Start(Options) == _server.Object);
        var answering = new Mock<IProgress<IReadOnlyList<string>>>();
        answering
            .Setup(progress => progress.Report(It.IsAny<IReadOnlyList<string>>()))
            .Callback<IReadOnlyList<string>>(models =>
            {
                _answering.Add(models);
                _answered.TrySetResult();
            });
        return new StartModelServerHandler(launcher, _time).Handle(
            new StartModelServerCommand(Options, answering.Object),
            cancellationToken);
    }
}
