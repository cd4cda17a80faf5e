using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;
using Miner.Api.Limits;
using Miner.Api.Settings;

namespace Miner.Api.Tests.Limits;

[TestFixture]
internal sealed class AddressConnectionsTests
{
    private TaskCompletionSource _open = null!;
    private int _served;
    private AddressConnections _limit = null!;

    [SetUp]
    public void CreateLimit()
    {
        (_open, _served) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 0);
        _limit = Create(new ServerSettings { MaxConnections = 100, TrustedProxies = [IPNetwork.Parse("198.51.100.0/24")] });
    }

    [TearDown]
    public void DisposeLimit() => _limit.Dispose();

    [TestCase(100, 4_096)]
    [TestCase(10_000, 5_000)]
    public void Allowed_OfAnAddress_IsHalfAndNeverLessThanTheOrchestratorMayOpen(int connections, int allowed)
    {
        using var limit = Create(new ServerSettings { MaxConnections = connections });

        Assert.That(limit.Allowed, Is.EqualTo(allowed));
    }

    [TestCase("192.0.2.1", "192.0.2.1", false)]
    [TestCase("192.0.2.1", "::ffff:192.0.2.1", false)]
    [TestCase("2001:db8:1:2::1", "2001:db8:1:2::ffff", false)]
    [TestCase("192.0.2.1", "192.0.2.2", true)]
    [TestCase("198.51.100.1", "198.51.100.1", true)]
    public void Connection_BeyondWhatAnAddressMayHold_IsClosed(string address, string next, bool isServed)
    {
        Fill(address);

        var connection = Connect(next);

        Assert.That(_served == _limit.Allowed + 1, Is.EqualTo(isServed));
        Assert.That(() => connection.ConnectionClosed.IsCancellationRequested, Is.EqualTo(!isServed).After(isServed ? 0 : 10_000, 5));
    }

    [Test]
    public async Task Connection_AfterOthersHaveClosed_IsServed()
    {
        var open = Fill("192.0.2.1");
        _open.SetResult();
        await Task.WhenAll(open);
        _served = 0;

        Connect("192.0.2.1");

        Assert.That(_served, Is.EqualTo(1));
    }

    private static AddressConnections Create(ServerSettings settings) =>
        new(settings, TimeProvider.System, NullLogger<AddressConnections>.Instance);

    private List<Task> Fill(string address) =>
        [.. Enumerable.Range(0, _limit.Allowed).Select(_ => _limit.Limit(ServeAsync)(Connection(address)))];

    private DefaultConnectionContext Connect(string address)
    {
        var connection = Connection(address);
        _ = _limit.Limit(ServeAsync)(connection);
        return connection;
    }

    private static DefaultConnectionContext Connection(string address) =>
        new() { RemoteEndPoint = new IPEndPoint(IPAddress.Parse(address), 1_234) };

    private Task ServeAsync(ConnectionContext connection)
    {
        _served++;
        return _open.Task;
    }
}
