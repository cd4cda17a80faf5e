using System.Diagnostics.Metrics;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Domain.Playbooks;
using Moq;

namespace Miner.Application.Tests.Components;

[TestFixture]
internal sealed class ModelChoiceTests
{
    private static readonly ComponentOutput Computed = new("The answer is 42.", Notebook.NoUpdate);
    private static readonly Insight Insight = new(InsightType.Fact, "name", "Ada", InsightOperation.Insert, 0.9, []);
    private static readonly AnsweringOptions LastResort = new() { ComputeAsLastResort = true };

    private readonly List<string> _operations = [];
    private Mock<IComputedAnswers> _computed = null!;
    private MinerMetrics _metrics = null!;
    private MeterListener _listener = null!;

    [SetUp]
    public void ListenToOperations()
    {
        _operations.Clear();
        _computed = new Mock<IComputedAnswers>();
        _computed.Setup(computed => computed.Description).Returns(new ChatModelDescription("offline", "offline-1"));
        _metrics = new MinerMetrics();
        _listener = new MeterListener();
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
            _operations.Add(string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        _listener.EnableMeasurementEvents(_metrics.OperationDuration);
        _listener.Start();
    }

    [TearDown]
    public void StopListening()
    {
        _listener.Dispose();
        _metrics.Dispose();
    }

    [Test]
    public async Task Answer_WithoutAChatModel_IsComputedInPartAndMeasured()
    {
        Compute(Computed, inPart: true);

        var answer = await Models.Of(chat: null, _computed.Object, metrics: _metrics)
            .AnswerAsync(Component.Complete, Inputs.Usual, NobodyIsAsked<ComponentResult>, CancellationToken.None);

        Assert.That(answer, Is.EqualTo(new ComponentResult(Computed, new ModelUsage("offline-1", 0, 0, TimeSpan.Zero, Samples: 1))));
        Assert.That(_operations, Is.EqualTo(new[] { Operation("gen_ai.response.model=offline-1") }));
    }

    [TestCase(ChatModelFailure.Failed)]
    [TestCase(ChatModelFailure.Overloaded)]
    [TestCase(ChatModelFailure.TimedOut)]
    public async Task Answer_WhenTheUpstreamIsDown_IsComputedAndMeasured(ChatModelFailure failure)
    {
        Compute(Computed, inPart: false);

        var answer = await ChooseAsync(failure, LastResort);

        Assert.That((answer.Output, answer.Usage.Model, answer.Usage.Samples), Is.EqualTo((Computed, "offline-1", 1)));
        Assert.That(_operations, Is.EqualTo(new[] { Operation("gen_ai.response.model=offline-1") }));
    }

    [Test]
    public void Answer_WhenNothingCanBeComputed_FailsAsTheUpstreamDid()
    {
        Compute(null, inPart: false);

        Assert.That(() => ChooseAsync(ChatModelFailure.TimedOut, LastResort), Throws.InstanceOf<ChatModelException>()
            .With.Property(nameof(ChatModelException.Failure)).EqualTo(ChatModelFailure.TimedOut));
        Assert.That(_operations, Is.EqualTo(new[] { Operation("error.type=no_answer") }));
    }

    [TestCase(ChatModelFailure.NoAnswer, true)]
    [TestCase(ChatModelFailure.Failed, false)]
    public void Answer_WhenTheUpstreamRefusesOrTheLastResortIsOff_ComputesNothing(ChatModelFailure failure, bool lastResort)
    {
        Compute(Computed, inPart: false);

        Assert.That(
            () => ChooseAsync(failure, new AnsweringOptions { ComputeAsLastResort = lastResort }), Throws.InstanceOf<ChatModelException>());
        Assert.That(_operations, Is.Empty);
    }

    [Test]
    public async Task ReadInsights_WithoutAChatModel_GivesWhatIsStatedBeItNothing([Values] bool stated)
    {
        _computed.Setup(computed => computed.ReadInsights(Inputs.Usual.Queries)).Returns(stated ? [Insight] : []);

        var answer = await Models.Of(chat: null, _computed.Object)
            .ReadInsightsAsync(Inputs.Usual, NobodyIsAsked<InsightResult>, CancellationToken.None);

        Assert.That(answer.Read.Insights, Has.Count.EqualTo(stated ? 1 : 0));
    }

    [Test]
    public void ReadInsights_WhenTheUpstreamIsDownAndNothingIsStated_Fails()
    {
        _computed.Setup(computed => computed.ReadInsights(Inputs.Usual.Queries)).Returns([]);

        Assert.That(
            () => Models.Of(Mock.Of<IChatModel>(), _computed.Object, LastResort).ReadInsightsAsync(
                Inputs.Usual, (_, _, _) => throw new ChatModelException(ChatModelFailure.Failed, "down"), CancellationToken.None),
            Throws.InstanceOf<ChatModelException>());
    }

    private void Compute(ComponentOutput? output, bool inPart) => _computed
        .Setup(computed => computed.Answer(Component.Complete, Inputs.Usual, inPart, CancellationToken.None))
        .Returns(output);

    private Task<ComponentResult> ChooseAsync(ChatModelFailure failure, AnsweringOptions options) =>
        Models.Of(Mock.Of<IChatModel>(), _computed.Object, options, _metrics).AnswerAsync(
            Component.Complete, Inputs.Usual, (_, _, _) => throw new ChatModelException(failure, "down"), CancellationToken.None);

    private static Task<T> NobodyIsAsked<T>(ComponentModel model, ComponentInput input, CancellationToken cancellationToken) =>
        throw new AssertionException("There is no language model.");

    private static string Operation(string outcome) =>
        $"gen_ai.operation.name=chat gen_ai.provider.name=offline gen_ai.request.model=offline-1 {outcome}";
}
