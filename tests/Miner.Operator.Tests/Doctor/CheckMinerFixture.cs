using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Miner.Operator.Doctor;
using Miner.Testing;

namespace Miner.Operator.Tests.Doctor;

/// <summary>The whole check, from the query to a miner on the loopback, on a clock that stands still.</summary>
internal abstract class CheckMinerFixture
{
    protected static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 30, 0, TimeSpan.Zero);

    protected FakeTimeProvider Clock { get; set; } = null!;

    protected StubMiner Stub { get; set; } = null!;

    [SetUp]
    public async Task StartMinerAsync()
    {
        Clock = new FakeTimeProvider(Now);
        Stub = await StubMiner.StartAsync(Clock);
    }

    [TearDown]
    public async Task StopMinerAsync() => await Stub.DisposeAsync();

    protected async Task<MinerReport> CheckAsync(
        Uri? address = null,
        MinerNetwork? network = null,
        IProgress<MinerCheck>? progress = null,
        CancellationToken cancellationToken = default)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddMinerOperator()
            .AddMinerProbe()
            .AddSingleton(network ?? new MinerNetwork())
            .BuildServiceProvider();
        var check = services.GetRequiredService<IMediator>().Send(
            new CheckMinerQuery(address ?? Stub.Address, StubMiner.Key, progress), cancellationToken);
        return await check.InTimeAsync();
    }

    /// <summary>The names of the checks that found a fault.</summary>
    protected static IEnumerable<string> Crosses(MinerReport report) =>
        report.Checks.Where(check => !check.Passed).Select(check => check.Name);

    protected static MinerCheck Of(MinerReport report, string name) => report.Checks.Single(check => check.Name == name);
}
