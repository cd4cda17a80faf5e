using Miner.Application.Ports;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;
using Moq;

namespace Miner.Application.Tests.Components;

/// <summary>What a feedback teaches, what is told of it and what is stored, all in one lesson.</summary>
[TestFixture]
internal sealed class HumanFeedbackTests
{
    private const string Brief =
        """{"insights": [{"insight_type": "preference", "key": "style", "value": "brief", "operation": "insert"}]}""";

    private static readonly ComponentInput Feedback = Inputs.Usual with { Task = "Learn", Queries = ["Be brief.", "I am Ada."] };

    private Handling _handling = null!;

    [SetUp]
    public void Begin() => _handling = new Handling();

    [TearDown]
    public void End() => _handling.Dispose();

    [Test]
    public async Task HumanFeedback_ThatHoldsAnInsight_StoresLessonReportAndPairTogether()
    {
        _handling.Chat.Says(Brief);

        var answer = await _handling.AskAsync(Component.HumanFeedback, Feedback);

        var lesson = _handling.Learnt!;
        Assert.Multiple(() =>
        {
            Assert.That(answer.Output.ImmediateResponse, Is.EqualTo("1 playbook entry changed:\n- Added preference \"style\": brief"));
            Assert.That((lesson.Feedback, lesson.ModelText), Is.EqualTo(("Be brief.\n\nI am Ada.", Brief)));
            Assert.That(lesson.Rejected, Is.Empty);
            Assert.That(lesson.Changes.Single().Entry!.SourceFeedback, Is.EqualTo("Be brief.\n\nI am Ada."));
            Assert.That(lesson.Changes.Single().Entry!.UpdatedAt, Is.EqualTo(_handling.Time.GetUtcNow()));
            Assert.That(lesson.Exchange!.User, Is.EqualTo("Learn\n\nBe brief.\n\nI am Ada."));
            Assert.That(lesson.Exchange.Assistant, Is.EqualTo(answer.Output.ImmediateResponse));
            Assert.That(lesson.Exchange.AssistantOrigin, Is.EqualTo(MessageOrigin.Miner), "the report is ours, not the model's");
            Assert.That(_handling.Stored, Is.Empty, "the pair is stored with the lesson");
            Assert.That((answer.Usage.Model, answer.Usage.Tokens, answer.Output.Truncated), Is.EqualTo(("m1", 70L, false)));
        });
    }

    /// <summary>Of items that are no insights the report says nothing, and the audit all.</summary>
    [Test]
    public async Task HumanFeedback_WithAnItemThatIsNoInsight_KeepsTheOtherAndTheReason()
    {
        _handling.Chat.Says(Brief.Replace("[{", """[{"insight_type": "mood", "key": "k", "value": "v"}, {""", StringComparison.Ordinal));

        await _handling.AskAsync(Component.HumanFeedback, Feedback);

        Assert.That(_handling.Learnt!.Changes, Has.Count.EqualTo(1));
        Assert.That(
            _handling.Learnt.Rejected.Single(),
            Is.EqualTo(new RejectedInsight(
                """{"insight_type":"mood","key":"k","value":"v"}""",
                "insight_type: not one of preference, instruction, fact, correction, context, constraint")));
    }

    [TestCase("Thank you, I have noted that.")]
    [TestCase("""{"insights": []}""")]
    [TestCase("[]")]
    public async Task HumanFeedback_ThatHoldsNothing_IsStoredAllTheSame(string said)
    {
        _handling.Chat.Says(said);

        var answer = await _handling.AskAsync(Component.HumanFeedback, Feedback);

        Assert.That(answer.Output.ImmediateResponse, Does.Contain("nothing to remember"));
        Assert.That((_handling.Learnt!.ModelText, _handling.Learnt.Changes.Count), Is.EqualTo((said, 0)));
        Assert.That(_handling.Learnt.Exchange!.Assistant, Is.EqualTo(answer.Output.ImmediateResponse));
    }

    [TestCase(ChoiceEnd.Complete, false)]
    [TestCase(ChoiceEnd.BrokenOff, true)]
    public async Task HumanFeedback_WhoseModelWasBrokenOff_SaysThatThereMayBeMore(ChoiceEnd end, bool isTruncated)
    {
        _handling.Chat.Gives(0, new ChatChoice(Brief, end));

        Assert.That((await _handling.AskAsync(Component.HumanFeedback, Feedback)).Output.Truncated, Is.EqualTo(isTruncated));
    }

    /// <summary>A store that is not there could not keep what the model is paid for; one that is damaged may.</summary>
    [Test]
    public async Task HumanFeedback_WhenTheConversationCannotBeRead_AsksOnlyWhereItCanStore([Values] bool isAway)
    {
        _handling.Context = new ConversationContext([], []) { Failure = new StorageException("gone", null) { IsAway = isAway } };
        _handling.Chat.Says(Brief);

        if (isAway)
            Assert.That(() => _handling.AskAsync(Component.HumanFeedback, Feedback), Throws.InstanceOf<StorageException>());
        else
            Assert.That((await _handling.AskAsync(Component.HumanFeedback, Feedback)).Output.ImmediateResponse, Does.Contain("style"));
        Assert.That(_handling.Chat.Requests, Has.Count.EqualTo(isAway ? 0 : 1));
        Assert.That(_handling.Learnt, isAway ? Is.Null : Is.Not.Null);
    }

    /// <summary>Both models are told apart by the model's text: the embedded one has none.</summary>
    [Test]
    public async Task HumanFeedback_ThatTheEmbeddedModelReads_IsLearntWithoutAModelsText([Values] bool hasChat)
    {
        Mock.Get(_handling.Computed).Setup(computed => computed.ReadInsights(Feedback.Queries))
            .Returns([new Insight(InsightType.Fact, "name", "Ada", InsightOperation.Insert, 0.9, [])]);
        _handling.Chat.Fails(ChatModelFailure.TimedOut);

        var answer = await _handling.AskAsync(Component.HumanFeedback, Feedback, hasChat);

        Assert.That((_handling.Learnt!.ModelText, _handling.Learnt.Rejected.Count), Is.EqualTo(("", 0)));
        Assert.That(answer.Output.ImmediateResponse, Does.EndWith("Added fact \"name\": Ada"));
        Assert.That((answer.Usage.Model, answer.Usage.Samples, answer.Usage.Tokens), Is.EqualTo(("offline-1", 1, 0L)));
    }
}
