using System.Diagnostics.Metrics;
using System.Globalization;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Domain.Components;

namespace Miner.Application.Tests.Components;

/// <summary>What is asked for, chosen, told and stored where a question is answered by the vote of several samples.</summary>
[TestFixture]
internal sealed class SampleVoteTests
{
    private const string Question = "How many are six sevens?";
    private const string Formula = "What is 6*7?";

    private Handling _handling = null!;

    [SetUp]
    public void Begin() => _handling = new Handling { Options = new AnsweringOptions { SelfConsistencySamples = 8 } };

    [TearDown]
    public void End() => _handling.Dispose();

    /// <summary>How many votes decide against 0, 1, 2 ... of the next answer, by the odds of five to one.</summary>
    private static readonly int[] Needed = [2, 4, 5, 7, 8, 9, 10];

    /// <summary>A model of six answers, the likelier the smaller; what it says of candidates is a seventh.</summary>
    [Test]
    public async Task Complete_OfAnyModel_AsksForWhatADecisionTakesAndGivesTheLargest(
        [Values(2, 3, 5, 8, 16)] int limit, [Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        var said = new List<int>();
        _handling.Options = new AnsweringOptions { SelfConsistencySamples = limit };
        _handling.Chat.Sample = request =>
        {
            if (request.Messages[^1].Content.Contains("[candidate 1", StringComparison.Ordinal)) return Says(7);
            said.Add((int)(6 * random.NextDouble() * random.NextDouble()) + 1);
            return Says(said[^1]);
        };

        var answer = await AskAsync(Question);

        var (waves, votes) = (Waves(said, limit), Tally(said));
        var isFused = votes.Count > 1 && votes[0].Count - votes[1].Count < 2;
        if (isFused) waves.Add(1);
        Assert.Multiple(() =>
        {
            Assert.That(_handling.Chat.Requests.Select(request => request.Samples), Is.EqualTo(waves));
            Assert.That(answer.Output.ImmediateResponse, Is.EqualTo(Says(isFused ? 7 : votes[0].Answer)));
            Assert.That(answer.Usage.Samples, Is.EqualTo(waves.Sum()));
            Assert.That(answer.Usage.CompletionTokens, Is.EqualTo(ScriptedChat.TokensOfAChoice * waves.Sum()));
            Assert.That(answer.Usage.PromptTokens, Is.EqualTo(ScriptedChat.PromptTokens * waves.Count));
            Assert.That(_handling.Stored.Single().Assistant, Is.EqualTo(answer.Output.ImmediateResponse));
        });
    }

    private static List<int> Waves(List<int> said, int limit)
    {
        List<int> waves = [2];
        while (true)
        {
            var asked = waves.Sum();
            var votes = Tally(said.Take(asked));
            var (leader, second) = (votes[0].Count, votes.Count > 1 ? votes[1].Count : 0);
            var missing = Needed[second] - leader;
            var isOpen = leader - second < 2;
            if (missing <= 0 || missing > limit - asked || (votes.Count >= 4 && isOpen)) return waves;
            waves.Add(isOpen ? Math.Min(missing, 4 - votes.Count) : missing);
        }
    }

    /// <summary>Only the first wave settles for less than all it asked for: what is in hand decides the others.</summary>
    [Test]
    public async Task Complete_InWaves_WaitsForAllOfTheFirstUntilTimeIsUp()
    {
        _handling.Chat.Says(Says(41), Says(42));
        _handling.Chat.Says(Says(42), Says(42));
        _handling.Chat.Says(Says(42));

        await AskAsync(Question);

        Assert.That(
            _handling.Chat.Requests.Select(request => request.SettleAfter),
            Is.EqualTo(new TimeSpan?[] { TimeSpan.FromSeconds(50), null, null }));
        Assert.That(_handling.Chat.Requests.Select(request => request.Temperature), Has.All.Null);
        Assert.That(_handling.Chat.Requests[1].Messages, Is.SameAs(_handling.Chat.Requests[0].Messages), "one prompt for all samples");
    }

    /// <summary>The usage names the model of the answer that is given, the longest of those that agree, whichever answered last.</summary>
    [TestCase("41 42|42 .42|42", "m2")]
    [TestCase("41 .42|42 42|42", "m1")]
    [TestCase("....41 42|42 42|42", "m1")]
    public async Task Complete_InWaves_NamesTheModelOfTheAnswer(string waves, string model)
    {
        foreach (var wave in waves.Split('|'))
        {
            _handling.Chat.Says(
                [.. wave.Split(' ').Select(vote => $"{new string('!', vote.Length)} The answer is {vote.TrimStart('.')}.")]);
        }

        var result = await AskAsync(Question);

        Assert.That(result.Output.ImmediateResponse, Does.EndWith(Says(42)));
        Assert.That(result.Usage.Model, Is.EqualTo(model));
    }

    /// <summary>Votes: the number answered, E for one that says nothing readable, and * behind one that is cut.</summary>
    [TestCase("42* 41", 41)]
    [TestCase("42* 41*", 42)]
    [TestCase("E 41", 41)]
    public async Task Complete_OfTwoSamples_CountsThoseThatAreWholeAndReadable(string samples, int answer)
    {
        _handling.Options = new AnsweringOptions { SelfConsistencySamples = 2 };
        _handling.Chat.Gives(0, [.. samples.Split(' ').Select(sample => new ChatChoice(
            sample[0] == 'E' ? "Well, that depends on what one takes for it." : $"The answer is {sample.TrimEnd('*')}.",
            sample.EndsWith('*') ? ChoiceEnd.BrokenOff : ChoiceEnd.Complete))]);
        _handling.Chat.Fails();

        Assert.That((await AskAsync(Question)).Output.ImmediateResponse, Is.EqualTo(Says(answer)));
    }

    [TestCase(Formula, "42", 1)]
    [TestCase(Formula, "41 41", 2)]
    [TestCase(Question, "42 42", 2)]
    public async Task Complete_OfAFormula_AsksForOneSampleLess(string question, string samples, int asked)
    {
        var turn = 0;
        _handling.Chat.Sample = _ => $"The answer is {samples.Split(' ')[turn++]}.";

        await AskAsync(question);

        Assert.That(turn, Is.EqualTo(asked));
    }

    [TestCase("42 42", "False")]
    [TestCase("41 42|42 42|42", "True")]
    public async Task Complete_InWaves_CountsOneVote(string waves, string isSplit)
    {
        var votes = new List<string>();
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) => votes.Add($"{count} {tags[0].Value}"));
        listener.EnableMeasurementEvents(_handling.Metrics.Votes);
        listener.Start();
        foreach (var wave in waves.Split('|')) _handling.Chat.Says([.. wave.Split(' ').Select(number => $"The answer is {number}.")]);

        await AskAsync(Question);

        Assert.That(votes, Is.EqualTo(new[] { $"1 {isSplit}" }));
    }

    [TestCase(1, new[] { Question })]
    [TestCase(1, new[] { "Who wrote Faust?" })]
    [TestCase(8, new[] { "Who wrote Faust?" })]
    [TestCase(8, new[] { Question, Formula })]
    public async Task Complete_WithoutAVote_AsksForOneSampleAndWaitsForIt(int samples, string[] questions)
    {
        _handling.Options = new AnsweringOptions { SelfConsistencySamples = samples };
        _handling.Chat.Says("It is so.");

        await _handling.AskAsync(Component.Complete, Inputs.Usual with { Task = "", Queries = questions });

        var request = _handling.Chat.Requests.Single();
        Assert.That((request.Samples, request.SettleAfter), Is.EqualTo((1, (TimeSpan?)null)));
    }

    private Task<ComponentResult> AskAsync(string question) =>
        _handling.AskAsync(Component.Complete, Inputs.Usual with { Task = "", Queries = [question] });

    private static string Says(int number) => string.Create(CultureInfo.InvariantCulture, $"The answer is {number}.");

    /// <summary>The most first, of equals the one that came first.</summary>
    private static List<(int Answer, int Count)> Tally(IEnumerable<int> said) =>
        [.. said.GroupBy(answer => answer).Select(group => (group.Key, group.Count())).OrderByDescending(group => group.Item2)];
}
