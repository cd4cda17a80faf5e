using MediatR;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Miner.Application.Components;
using Miner.Application.Components.Aggregate;
using Miner.Application.Components.Complete;
using Miner.Application.Components.Feedback;
using Miner.Application.Components.HumanFeedback;
using Miner.Application.Components.Refine;
using Miner.Application.Components.Summary;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;
using Moq;

namespace Miner.Application.Tests.Components;

/// <summary>The handlers as a miner has them, between a model that a test scripts and a store that remembers what it was told.</summary>
internal sealed class Handling : IDisposable
{
    private readonly MinerMetrics _metrics = new();

    public Handling() => Chat = new ScriptedChat(Time);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public ScriptedChat Chat { get; }

    public AnsweringOptions Options { get; set; } = new();

    /// <summary>What is stored of the conversation; the store gives what it is asked for.</summary>
    public ConversationContext Context { get; set; } = new([], []);

    /// <summary>How often the conversation was read.</summary>
    public int Reads { get; private set; }

    public Playbook Playbook { get; set; } = new("cid", []);

    public List<Exchange> Stored { get; } = [];

    public PlaybookLesson? Learnt { get; private set; }

    public IComputedAnswers Computed { get; set; } = Mock.Of<IComputedAnswers>(
        computed => computed.Description == new ChatModelDescription("offline", "offline-1", null));

    public MinerMetrics Metrics => _metrics;

    public Task<ComponentResult> AskAsync(Component component, ComponentInput input, bool hasChat = true)
    {
        var models = new ModelChoice(Computed, Options, _metrics, Time, NullLogger<ModelChoice>.Instance, hasChat ? Chat : null);
        var log = new ConversationLog(Conversations(), Time, new StorageLog(NullLoggerFactory.Instance, Time));
        var (history, playbook) = (new HistoryPolicy(10, TimeSpan.FromDays(7), 5, 3_000), new PlaybookPolicy(4_000));
        return component switch
        {
            Component.Complete => Send(
                new CompleteHandler(models, log, history, playbook, Options, _metrics, Time), new CompleteCommand(input)),
            Component.Refine => Send(new RefineHandler(models, log, history, playbook, Options, Time), new RefineCommand(input)),
            Component.Feedback => Send(new FeedbackHandler(models, log, history, playbook, Options, Time), new FeedbackCommand(input)),
            Component.Summary => Send(new SummaryHandler(models, log, history, playbook, Options, Time), new SummaryCommand(input)),
            Component.Aggregate => Send(
                new AggregateHandler(models, log, history, playbook, Options, _metrics, Time), new AggregateCommand(input)),
            Component.HumanFeedback => Send(
                new HumanFeedbackHandler(models, log, history, playbook, Playbooks(), Options, Time), new HumanFeedbackCommand(input)),
            _ => throw new ArgumentOutOfRangeException(nameof(component), component, "It asks no model."),
        };
    }

    public void Dispose() => _metrics.Dispose();

    private static Task<ComponentResult> Send<TCommand>(IRequestHandler<TCommand, ComponentResult> handler, TCommand command)
        where TCommand : IRequest<ComponentResult> => handler.Handle(command, CancellationToken.None);

    private IConversationRepository Conversations()
    {
        var store = new Mock<IConversationRepository>();
        store.Setup(conversations => conversations.ReadContextAsync("cid", It.IsAny<bool>(), It.IsAny<bool>(), CancellationToken.None))
            .ReturnsAsync((string _, bool messages, bool playbook, CancellationToken _) =>
            {
                Reads++;
                return Context with { Messages = messages ? Context.Messages : [], Playbook = playbook ? Context.Playbook : [] };
            });
        store.Setup(conversations => conversations.AppendAsync("cid", It.IsAny<Exchange>(), CancellationToken.None))
            .Callback((string _, Exchange exchange, CancellationToken _) => Stored.Add(exchange));
        return store.Object;
    }

    private IPlaybookRepository Playbooks()
    {
        var store = new Mock<IPlaybookRepository>();
        store.Setup(playbooks => playbooks.LearnAsync("cid", It.IsAny<Func<Playbook, PlaybookLesson>>(), CancellationToken.None))
            .ReturnsAsync((string _, Func<Playbook, PlaybookLesson> learn, CancellationToken _) => Learnt = learn(Playbook));
        return store.Object;
    }
}
