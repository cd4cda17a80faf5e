using Microsoft.Extensions.Time.Testing;
using Miner.Operator.Doctor;
using Miner.Testing;

namespace Miner.Operator.Tests.Doctor;

/// <summary>The whole examination of a miner on the loopback, on a clock that stands still.</summary>
internal abstract class DoctorFixture
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

    protected Task<DoctorReport> ExamineAsync(
        Uri? address = null,
        MinerNetwork? network = null,
        IProgress<DoctorCheck>? progress = null,
        CancellationToken cancellationToken = default) =>
        new MinerDoctor(network ?? new MinerNetwork(), Clock)
            .ExamineAsync(address ?? Stub.Address, StubMiner.Key, progress, cancellationToken)
            .InTimeAsync();

    /// <summary>The names of the checks that found a fault.</summary>
    protected static IEnumerable<string> Crosses(DoctorReport report) =>
        report.Checks.Where(check => !check.Passed).Select(check => check.Name);

    protected static DoctorCheck Of(DoctorReport report, string name) => report.Checks.Single(check => check.Name == name);
}
