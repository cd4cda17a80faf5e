using System.Globalization;
using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Prompts;
using Miner.Domain.Components;
using Miner.Domain.Conversations;
using Miner.Domain.Voting;
using Miner.Mathematics.Equations;

namespace Miner.Application.Tests.Prompts;

/// <summary>What a prompt leaves out where it is too long, and what it quotes at most of what it is sent back with.</summary>
[TestFixture]
internal sealed class PromptLengthTests
{
    private static readonly ComponentInput Asked = Inputs.Usual with
    {
        PreviousOutputs =
        [
            Inputs.Previous("A" + new string('a', 300), "N" + new string('n', 50)), Inputs.Previous("B" + new string('b', 100)),
            Inputs.Previous("C" + new string('c', 500)),
        ],
    };

    private static readonly Message[] Told =
    [
        Said(MessageRole.User, "1" + new string('q', 400)), Said(MessageRole.Assistant, "2" + new string('a', 30)),
        Said(MessageRole.User, "3" + new string('q', 20)), Said(MessageRole.Assistant, "4" + new string('a', 600)),
    ];

    /// <summary>For each length there may be: as long at most, unless only what must stay is left; and never a half of a pair.</summary>
    [Test]
    public void Shorten_ToAnyLength_LeavesOutTheOldestThatDoesNotFit()
    {
        var request = Prompt().ToRequest(temperature: null);
        var (whole, least) = (Length(request.Messages), Length(request.Shorten!(0)));
        var kept = Kept(request.Messages);
        Assert.That(kept, Is.EqualTo("1234ANBC"));
        for (var most = whole; most >= 0; most--)
        {
            var messages = request.Shorten(most);
            Assert.That(Length(messages), Is.LessThanOrEqualTo(Math.Max(most, least)));
            var now = Kept(messages);
            if (now != kept)
            {
                Assert.That(kept, Does.EndWith(now));
                Assert.That(Length(request.Shorten(most + 1)), Is.EqualTo(most + 1), "nothing is left out before it must be");
            }

            kept = now;
        }

        Assert.That(kept, Is.EqualTo("C"));
    }

    [TestCase(0, "1234ANBC")]
    [TestCase(1, "34ANBC")]
    public void Shorten_ByACharacter_LeavesOutAWholePair(int excess, string kept)
    {
        var request = Prompt().ToRequest(temperature: null);

        var messages = request.Shorten!(Length(request.Messages) - excess);

        Assert.That(Kept(messages), Is.EqualTo(kept));
        Assert.That(messages[^1].Content, Does.Contain("What is 6*7?").And.Contain("Answer the question"));
    }

    [TestCase(AnswerStyle.Text, "It is 5.")]
    [TestCase(AnswerStyle.Fields, """{"immediate_response":"It is 5.","notebook":"x"}""")]
    [TestCase(AnswerStyle.WorkingThenFields, """{"immediate_response":"It is 5.","notebook":"x"}""")]
    public void ToRecheck_OfAnAnswer_ShowsItAsItWasAskedFor(AnswerStyle style, string shown)
    {
        var prompt = new Prompt(Component.Complete, [], style).WithQueries(Inputs.Usual);

        var request = prompt.ToRecheck(new ComponentOutput("It is 5.", "x"), [Wrong("2+2 = 5", "4")]);

        var asked = prompt.ToRequest(temperature: null);
        Assert.That(request.Messages.SkipLast(2), Is.EqualTo(asked.Messages));
        Assert.That(request.Messages[^2], Is.EqualTo(new ChatMessage(ChatRole.Assistant, shown)));
        Assert.That(request.Messages[^1].Role, Is.EqualTo(ChatRole.User));
        Assert.That(
            (request.Schema, request.Temperature, request.Subject, request.Samples),
            Is.EqualTo((asked.Schema, (double?)null, asked.Subject, 1)));
        Assert.That(request.Shorten, Is.Null, "it would leave out the answer");
    }

    [TestCase(1, 1)]
    [TestCase(5, 5)]
    [TestCase(6, 5)]
    public void ToRecheck_OfManyEquations_NamesFiveAndCutsEachSide(int equations, int named)
    {
        var wrong = Enumerable.Range(0, equations).Select(_ => Wrong(new string('1', 201), new string('2', 201))).ToList();

        var told = new Prompt(Component.Complete, []).ToRecheck(new ComponentOutput("", ""), wrong).Messages[^1].Content;

        Assert.That(told.Split("[false equation ").Length - 1, Is.EqualTo(named));
        Assert.That(told, Does.Contain($"]\n{new string('1', 200)}\nIt comes to {new string('2', 200)}.\n[/"));
    }

    [TestCase(2, 2)]
    [TestCase(5, 5)]
    [TestCase(6, 5)]
    public void ToFusion_OfManyCandidates_ShowsTheFiveWithMostVotes(int groups, int shown)
    {
        var prompt = new Prompt(Component.Complete, Told, AnswerStyle.Text).WithQueries(Inputs.Usual);
        var asked = prompt.ToRequest(0.7) with { Samples = 3 };
        var outputs = Enumerable.Range(1, groups).Select(Answer).Append(Answer(groups)).ToList();

        var request = prompt.ToFusion(asked, MajorityVote.Count("How many?", outputs));

        var last = request.Messages[^1].Content;
        Assert.That(request.Messages.SkipLast(1), Is.EqualTo(asked.Messages.SkipLast(1)));
        Assert.That(last, Does.StartWith(asked.Messages[^1].Content + "\n" + PromptTexts.Fusion + "\n"));
        Assert.That(last, Does.Contain($"[candidate 1, 2 of {groups + 1} attempts ").And.Contain($"\n{Answer(groups)}\n[/"));
        Assert.That(last.Split("[candidate ").Length - 1, Is.EqualTo(shown));
        Assert.That((request.Samples, request.Temperature), Is.EqualTo((1, 0.7)));
        Assert.That(request.Shorten, Is.Null, "the candidates stand at the end of what it would shorten");

        static string Answer(int number) => string.Create(CultureInfo.InvariantCulture, $"The answer is {number}.");
    }

    [TestCase(6_000, true)]
    [TestCase(6_001, false)]
    public void ToFusion_OfALongCandidate_ShowsItsBeginning(int length, bool isWhole)
    {
        var prompt = new Prompt(Component.Complete, []).WithQueries(Inputs.Usual);
        const string Answer = "\nThe answer is 1.";
        var candidate = new string('x', length - Answer.Length) + Answer;

        var last = prompt.ToFusion(prompt.ToRequest(null), MajorityVote.Count("How many?", [candidate])).Messages[^1].Content;

        Assert.That(last.Contains(candidate + "\n[/", StringComparison.Ordinal), Is.EqualTo(isWhole));
        Assert.That(last, Does.Contain(candidate[..6_000] + "\n[/"));
    }

    /// <summary>A question in other words around it has the same subject; everything that the model reads counts.</summary>
    [TestCase("nothing", true)]
    [TestCase("an earlier answer", false)]
    [TestCase("a notebook", false)]
    [TestCase("a message", false)]
    [TestCase("the component", false)]
    [TestCase("the task", false)]
    public void Subject_OfTwoPrompts_DiffersWithWhatTheModelReads(string changed, bool isSame)
    {
        var first = Asked.PreviousOutputs[0].Output;
        PreviousOutput[] others = [.. Asked.PreviousOutputs.Skip(1)];
        var input = changed switch
        {
            "an earlier answer" => Asked with { PreviousOutputs = [Inputs.Previous("Another", first.Notebook), .. others] },
            "a notebook" => Asked with { PreviousOutputs = [Inputs.Previous(first.ImmediateResponse, "Another"), .. others] },
            "the task" => Asked with { Task = "Another" },
            _ => Asked,
        };
        var history = changed == "a message" ? Told[2..] : Told;
        var component = changed == "the component" ? Component.Refine : Component.Complete;

        var other = new Prompt(component, history).WithPreviousOutputs(input.PreviousOutputs).WithQueries(input).ToRequest(null);

        Assert.That(other.Subject == Prompt().ToRequest(null).Subject, Is.EqualTo(isSame));
    }

    private static Prompt Prompt() =>
        new Prompt(Component.Complete, Told).WithPreviousOutputs(Asked.PreviousOutputs).WithQueries(Asked);

    private static Message Said(MessageRole role, string content) => new(role, content, default, MessageOrigin.Model);

    private static FalseEquation Wrong(string text, string correct) => new(text, "2+2", "5", WrittenAt: null, correct);

    private static int Length(IEnumerable<ChatMessage> messages) => messages.Sum(message => message.Content.Length);

    /// <summary>The first character of each part that is there.</summary>
    private static string Kept(IReadOnlyList<ChatMessage> messages)
    {
        var text = string.Concat(messages.Skip(1).Select(message => message.Content));
        string[] parts = ["1qq", "2aa", "3qq", "4aa", "Aaa", "Nnn", "Bbb", "Ccc"];
        return string.Concat(parts.Where(part => text.Contains(part, StringComparison.Ordinal)).Select(part => part[0]));
    }
}
