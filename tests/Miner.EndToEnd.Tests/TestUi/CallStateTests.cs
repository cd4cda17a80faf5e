using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Playwright;
using Miner.Testing;
using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>Recorded calls in which something happened, each opened, in all windows.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class CallStateTests
{
    /// <summary>A call is hedged only beside others that were quick.</summary>
    private const int Quick = 20;

    private readonly ConcurrentDictionary<string, int> _asked = new();
    private readonly TaskCompletionSource _never = new();
    private StubUpstream _upstream = null!;
    private StubUpstream _second = null!;
    private MinerProcess _miner = null!;

    [OneTimeSetUp]
    public async Task AskWhatGoesWrong()
    {
        _upstream = await StubUpstream.StartAsync();
        _upstream.Respond = Answer;
        _second = await StubUpstream.StartAsync();
        _second.RespondInTurn(StubAnswer.Content("The second upstream says 42."));
        _miner = Pages.StartMiner(
            ("LLM_PROVIDER", "vllm"), ("VLLM_BASE_URL", _upstream.BaseUrl.ToString()), ("RECORD_CALLS", "100"), ("LLM_HEDGE", "true"),
            ("OFFLINE_FALLBACK", "false"), ("LLM_FALLBACKS", "second"), ("LLM_SECOND_PROVIDER", "vllm"),
            ("LLM_SECOND_BASE_URL", _second.BaseUrl.ToString()));
        using var api = await _miner.ConnectAsync();
        await Task.WhenAll(Enumerable.Range(0, Quick).Select(number => AskAsync(api, "complete", $"quick {number}")));
        foreach (var flag in new[] { "hedged", "cut", "re_asked", "retried", "repaired_json", "fallback" })
            await AskAsync(api, "complete", $"What about {flag}?");
        await AskAsync(api, "aggregate", "What about split_vote?", "The answer is 42.", "The answer is 42.", "The answer is 41.");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _miner.DisposeAsync();
        await _upstream.DisposeAsync();
        await _second.DisposeAsync();
    }

    [TestCase("cut", "re-asked")]
    [TestCase("fallback", "fell back")]
    [TestCase("hedged", "hedged")]
    [TestCase("re_asked", "re-asked")]
    [TestCase("retried", "retried")]
    [TestCase("split_vote", "Vote over 3 previous outputs")]
    [TestCase("repaired_json", "Repaired: ")]
    public async Task Call_OfEachFlag_ShowsIt(string flag, string step)
    {
        await using var page = await OpenPage.AtAsync(await _miner.PageAsync(), tab: "calls");
        await page.ResultAsync();
        var words = flag == "re_asked" ? "re-asked" : flag.Replace('_', ' ');
        await page.Panel.GetByLabel("What happened").SelectOptionAsync(words);
        await page.ResultAsync();
        var row = page.Result.GetByRole(AriaRole.Row).Filter(new() { HasText = $"What about {flag}?" });
        await row.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(page.Result.Locator(".facts .tag").Filter(new() { HasText = words })).ToHaveCountAsync(1);
        await Expect(page.Result.Locator(".steps")).ToContainTextAsync(step);
        foreach (var text in await page.Result.Locator(".steps .raw > summary").AllAsync()) await text.ClickAsync();
        await page.LookAtAllWidthsAsync($"Call {flag}");
    }

    private static async Task AskAsync(HttpClient api, string component, string query, params string[] previous)
    {
        using var response = await api.PostAsJsonAsync($"/{component}", new
        {
            cid = query,
            task = "Answer",
            input = new[] { new { user_query = query } },
            previous_outputs = previous.Select(text => new
            {
                task = "Answer",
                input = new[] { new { user_query = query } },
                output = new { immediate_response = text, notebook = "no update" },
                component = "complete",
            }),
        });
        response.EnsureSuccessStatusCode();
    }

    private StubAnswer Answer(StubRequest request)
    {
        var flag = new[] { "hedged", "cut", "re_asked", "retried", "repaired_json", "fallback" }
            .FirstOrDefault(flag => request.RawBody.Contains($"What about {flag}?", StringComparison.Ordinal)) ?? "";
        var isFirst = _asked.AddOrUpdate(flag, 1, (_, times) => times + 1) == 1;
        return flag switch
        {
            "hedged" => StubAnswer.Content("Too late.") with { Gate = _never.Task },
            "cut" when isFirst => StubAnswer.Content("It comes to 4", "length"),
            "re_asked" when isFirst => StubAnswer.Content("6*7 = 43. The answer is 43."),
            "retried" when isFirst => StubAnswer.Error(500),
            "repaired_json" => StubAnswer.Content("{'immediate_response': 'It is \\(42\\).', 'notebook': 'x = 42',}"),
            "fallback" => StubAnswer.Error(404),
            _ => StubAnswer.Content("6*7 = 42. The answer is 42."),
        };
    }
}
