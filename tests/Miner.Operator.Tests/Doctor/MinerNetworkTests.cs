using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Miner.Operator.Doctor;
using Miner.Testing;

namespace Miner.Operator.Tests.Doctor;

[TestFixture]
internal sealed class MinerNetworkTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 30, 0, TimeSpan.Zero);

    [Test]
    public async Task Connect_ToANameOfSeveralAddresses_TriesThemInTurn()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        // On the first nothing listens.
        var network = Resolving(IPAddress.Parse("127.0.0.2"), IPAddress.Loopback);

        await using var stream = await network.ConnectAsync("miner.test", Port(listener), CancellationToken.None);
        using var accepted = await listener.AcceptTcpClientAsync().InTimeAsync();

        Assert.That(accepted.Connected, Is.True);
        Assert.That(((IPEndPoint)stream.Socket.RemoteEndPoint!).Address.MapToIPv4(), Is.EqualTo(IPAddress.Loopback));
    }

    [Test]
    public void Connect_WhereNothingListens_Throws() => Assert.That(
        async () => await Resolving(IPAddress.Loopback).ConnectAsync("miner.test", UnusedPort.Find(), CancellationToken.None),
        Throws.InstanceOf<SocketException>());

    [Test]
    public void Connect_ToAnUnknownName_Throws()
    {
        var network = new MinerNetwork { Resolve = (_, _) => throw new SocketException((int)SocketError.HostNotFound) };

        Assert.That(async () => await network.ConnectAsync("miner.test", 80, CancellationToken.None), Throws.InstanceOf<SocketException>());
    }

    [Test]
    public void Connect_WhenItIsCancelled_EndsAtOnce() => Assert.That(
        async () => await Resolving(IPAddress.Loopback).ConnectAsync("miner.test", 80, new CancellationToken(canceled: true)),
        Throws.InstanceOf<OperationCanceledException>());

    [Test]
    public void ChainPolicy_WithoutRoots_TrustsThoseOfTheMachineAndDownloadsNothing()
    {
        var policy = new MinerNetwork().ChainPolicy(Now);

        Assert.Multiple(() =>
        {
            Assert.That(policy.TrustMode, Is.EqualTo(X509ChainTrustMode.System));
            Assert.That(policy.DisableCertificateDownloads, Is.True);
            Assert.That(policy.RevocationMode, Is.EqualTo(X509RevocationMode.NoCheck));
            Assert.That(policy.VerificationTime, Is.EqualTo(Now.UtcDateTime));
        });
    }

    private static MinerNetwork Resolving(params IPAddress[] addresses) => new() { Resolve = (_, _) => Task.FromResult(addresses) };

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
