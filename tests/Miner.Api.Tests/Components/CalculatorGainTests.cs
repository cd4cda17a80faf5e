using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>
/// What the calculator costs and brings with a scripted model, which adds and subtracts step by step, slips in one step in ten and goes on
/// with what it has, writes its steps without equations in half of its answers, where nothing can be checked, and calls the calculator
/// wherever it may: for each step in a round of its own, or for all at once. A token is taken for four characters.
/// </summary>
[TestFixture, Category("Long")]
internal sealed partial class CalculatorGainTests
{
    private const int Questions = 200;
    private const int Seed = 1;
    private const double SlipsInAStep = 0.1;
    private const int MostSteps = 6;

    [TestCase("true", "calculator", "the same with both, all steps in one call", true)]
    [TestCase("false", "", "scripted upstream, slips in one arithmetic step in ten: right")]
    [TestCase("true", "", "the same with `VERIFY_ARITHMETIC`, the default")]
    [TestCase("false", "calculator", "the same with `ANSWER_TOOLS=calculator` alone, a call for each step")]
    [TestCase("true", "calculator", "the same with both, a call for each step")]
    public async Task Complete_OnAScriptedUpstream_IsRightAsOftenAsDocumented(
        string verify, string tools, string row, bool callsAtOnce = false)
    {
        await using var miner = await MinerFactory.StartAsync(("VERIFY_ARITHMETIC", verify), ("ANSWER_TOOLS", tools));
        var random = new Random(Seed);
        miner.Upstream.Respond = request => Answer(request.Body, random, callsAtOnce);
        var (right, tokens) = (0, 0);
        for (var index = 0; index < Questions; index++)
        {
            var question = new Random(Seed + index);
            var numbers = Enumerable.Range(0, 2 + (index % MostSteps)).Select(_ => question.Next(100, 1000)).ToList();

            var answer = await miner.AskAsync($"How many are {string.Join(" and ", numbers)} together?");

            if (answer.Text!.EndsWith($"The answer is {numbers.Sum()}.", StringComparison.Ordinal)) right++;
            tokens += int.Parse(answer.Headers["X-Tokens-Used"], CultureInfo.InvariantCulture);
        }

        var calls = (double)miner.Upstream.Requests.Count / Questions;
        var figure = string.Create(
            CultureInfo.InvariantCulture, $"{right} of {Questions}, with {calls:F2} calls and {tokens / Questions} tokens on average");
        TestContext.Out.WriteLine($"{row}: {figure}");
        Assert.That(figure, Is.EqualTo(Figures.Documented(row)));
    }

    private static StubAnswer Answer(JsonObject body, Random random, bool callsAtOnce)
    {
        var messages = body["messages"]!.AsArray();
        var question = messages.Last(message => ((string?)message!["content"])!.Contains("How many are", StringComparison.Ordinal))!;
        var numbers = Number.Matches(Asked.Match(question["content"]!.ToString()).Value)
            .Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture)).ToList();
        var results = messages.Where(message => (string?)message!["role"] == "tool")
            .Select(message => int.Parse(message!["content"]!.ToString(), CultureInfo.InvariantCulture)).ToList();
        var (done, total) = (1 + (callsAtOnce && results.Count > 0 ? numbers.Count : results.Count), results.LastOrDefault(numbers[0]));
        var called = numbers.Skip(done).Take(callsAtOnce ? numbers.Count : 1).Prepend(total);
        var mayCall = body.ContainsKey("tools") && (string?)body["tool_choice"] != "none";
        var answer = mayCall && done < numbers.Count
            ? StubAnswer.Calls(("calculator", $$"""{"operation":"evaluate","input":["{{string.Join(" + ", called)}}"]}"""))
            : StubAnswer.Content(Answering.Fields(Working(total, numbers.Skip(done), random)));
        return WithTokens(answer, body);
    }

    private static string Working(int total, IEnumerable<int> numbers, Random random)
    {
        var writesEquations = random.Next(2) == 0;
        var text = "";
        foreach (var number in numbers)
        {
            var sum = total + number + (random.NextDouble() < SlipsInAStep ? random.Next(1, 10) * 10 : 0);
            text += writesEquations ? $"{total} + {number} = {sum}. " : $"With {number} more it is {sum}. ";
            total = sum;
        }

        return $"{text}The answer is {total}.";
    }

    private static StubAnswer WithTokens(StubAnswer answer, JsonObject asked)
    {
        var body = JsonNode.Parse(answer.Body)!;
        var (prompt, completion) = (asked.ToJsonString().Length / 4, body["choices"]!.ToJsonString().Length / 4);
        body["usage"] = new JsonObject { ["prompt_tokens"] = prompt, ["completion_tokens"] = completion };
        return StubAnswer.Json(body);
    }

    [GeneratedRegex(@"How many are (\d+( and )?)+ together\?")]
    private static partial Regex Asked { get; }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number { get; }
}
