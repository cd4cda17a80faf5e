using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Miner.Testing;

namespace Miner.Benchmarks.Load;

/// <summary>Puts the miner under load before a stub upstream, and prints what came of it.</summary>
internal static class LoadRun
{
    /// <param name="names">The scenarios to run; all where there are none.</param>
    /// <returns>The exit status: 0, or 2 for an unknown name.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => LoadScenarios.All.All(scenario => scenario.Name != name)) is { } unknown)
        {
            var known = string.Join(", ", LoadScenarios.All.Select(scenario => scenario.Name));
            Console.Error.WriteLine($"Unknown: {unknown}. There are {known}.");
            return 2;
        }

        using var miner = await PublishedMiner.PublishAsync();
        Console.WriteLine("p50 and p99 leave out the first request of each caller, which meets a process that is still being compiled.");
        Console.WriteLine("scenario   answered  failed  p50 s   p99 s   longest s  calls an answer  µs a request  MiB");
        foreach (var scenario in LoadScenarios.All.Where(scenario => names.Count == 0 || names.Contains(scenario.Name)))
            await RunAsync(scenario, miner.Program);
        return 0;
    }

    private static async Task RunAsync(LoadScenario scenario, string program)
    {
        await using var primary = await StubUpstream.StartAsync();
        await using var fallback = await StubUpstream.StartAsync();
        var calls = 0;
        primary.Respond = _ => Count(scenario.Primary());
        fallback.Respond = _ => Count(LoadScenario.Answer);
        var dead = new Uri($"http://127.0.0.1:{UnusedPort.Find()}/v1");
        var settings = new Dictionary<string, string>(scenario.Settings)
        {
            ["LLM_PROVIDER"] = "openai",
            ["OPENAI_API_KEY"] = "sk-load",
            ["OPENAI_BASE_URL"] = (scenario.IsPrimaryDead ? dead : primary.BaseUrl).ToString(),
            ["OFFLINE_FALLBACK"] = "false",
            ["LOG_LEVEL"] = "INFO",
        };
        if (scenario.HasFallback)
        {
            settings["LLM_FALLBACKS"] = "second";
            settings["LLM_SECOND_BASE_URL"] = fallback.BaseUrl.ToString();
        }

        var (miner, address) = await LoadedMiner.StartAsync(program, settings);
        await using var running = miner;
        var before = miner.ProcessorTime;
        var answers = await AskAsync(scenario, address);
        var processor = (miner.ProcessorTime - before).TotalMicroseconds / scenario.Requests;

        var answered = answers.Where(answer => answer.IsAnswered).ToList();
        var longest = answered.Max(answer => answer.Seconds);
        var warm = answered.Where(answer => !answer.IsFirst).Select(answer => answer.Seconds).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario.Name,-10} {answered.Count,8} {answers.Count - answered.Count,7} {At(0.5),6:F2} {At(0.99),7:F2} {longest,10:F2} "
            + $"{(double)calls / answered.Count,16:F3} {processor,13:F0} {miner.MemoryMiB(),4:F0}   aim: {scenario.Aim}"));

        StubAnswer Count(StubAnswer answer)
        {
            Interlocked.Increment(ref calls);
            return answer;
        }

        double At(double share) => warm.Count == 0 ? double.NaN : warm[(int)Math.Min(warm.Count - 1, warm.Count * share)];
    }

    private static async Task<IReadOnlyCollection<(bool IsAnswered, bool IsFirst, double Seconds)>> AskAsync(
        LoadScenario scenario, Uri address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("X-API-Key", LoadedMiner.Key);
        var answers = new ConcurrentBag<(bool, bool, double)>();
        var left = scenario.Requests;
        await Task.WhenAll(Enumerable.Range(0, scenario.Callers).Select(async _ =>
        {
            var isFirst = true;
            while (Interlocked.Decrement(ref left) is >= 0 and var number)
            {
                var started = Stopwatch.GetTimestamp();
                var body = new { cid = $"c{number % 100}", task = "t", input = new[] { new { user_query = $"Write poem {number}." } } };
                using var response = await http.PostAsJsonAsync("/complete", body);
                answers.Add((response.IsSuccessStatusCode, isFirst, Stopwatch.GetElapsedTime(started).TotalSeconds));
                isFirst = false;
            }
        }));
        return answers;
    }
}
