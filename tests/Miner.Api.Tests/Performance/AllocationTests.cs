namespace Miner.Api.Tests.Performance;

/// <summary>What a request costs in memory, counted: the time that it takes depends on the machine, and this does not.</summary>
[TestFixture]
[NonParallelizable]
internal sealed class AllocationTests
{
    /// <summary>
    /// All that the process allocates for one <c>/complete</c> with history, from reading the request to writing the answer, in bytes.
    /// Raise it only for what is worth it, and tell in <c>docs/performance.md</c>.
    /// </summary>
#if DEBUG
    // What the compiler makes of asynchronous methods is a class there, so that a debugger can look into it.
    private const long Budget = 50 * 1024;
#else
    private const long Budget = 45 * 1024;
#endif

    private const int Requests = 100;

    private const int Rounds = 7;

    [Test]
    public async Task Complete_OnceWarm_AllocatesNoMoreThanItsBudget()
    {
        using var upstream = new QuietUpstream();
        await using var service = await MinerFactory.StartAsync(
            services => services.AddSingleton(TimeProvider.System).AddLogging(logging => logging.ClearProviders()),
            ("OPENAI_BASE_URL", upstream.BaseUrl),
            ("LOG_LEVEL", "WARNING"));
        using var caller = new QuietCaller(service.Address);
        for (var i = 0; i < Requests; i++) caller.Ask();

        // What else the runtime does is in some rounds, and in others its count was seen to step back.
        var median = Enumerable.Range(0, Rounds).Select(_ => Measure(caller)).Order().ElementAt(Rounds / 2);

        TestContext.Out.WriteLine($"{median} bytes a request");
        Assert.That(median, Is.LessThanOrEqualTo(Budget));
        Assert.That(median, Is.GreaterThan(Budget / 2), "A budget twice as large as needed guards nothing: lower it.");
    }

    private static long Measure(QuietCaller caller)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < Requests; i++) caller.Ask();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests;
    }
}
