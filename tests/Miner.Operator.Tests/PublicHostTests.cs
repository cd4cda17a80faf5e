namespace Miner.Operator.Tests;

[TestFixture]
internal sealed class PublicHostTests
{
    [TestCase("miner.example.org")]
    [TestCase("localhost.example.org")]
    [TestCase("203.0.113.7")]
    [TestCase("172.32.0.1")]
    [TestCase("2001:db8::1")]
    public void Is_WhatTheInternetMayReach_IsPublic(string host) => Assert.That(PublicHost.Is(host), Is.True);

    [TestCase("localhost")]
    [TestCase("miner")]
    [TestCase("LOCALHOST.")]
    [TestCase("miner.localhost")]
    [TestCase("nas.Local")]
    [TestCase("miner.internal")]
    [TestCase("miner.home.arpa.")]
    [TestCase("127.0.0.2")]
    [TestCase("10.1.2.3")]
    [TestCase("172.31.255.255")]
    [TestCase("192.168.1.1")]
    [TestCase("100.64.0.1")]
    [TestCase("169.254.1.1")]
    [TestCase("::1")]
    [TestCase("fe80::1")]
    [TestCase("fd00::1")]
    [TestCase("::ffff:10.0.0.1")]
    public void Is_WhatOneMachineOrNetworkHasForItself_IsNotPublic(string host) => Assert.That(PublicHost.Is(host), Is.False);
}
