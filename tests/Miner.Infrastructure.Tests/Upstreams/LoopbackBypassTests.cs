using System.Net;
using Miner.Application.Ports;
using Miner.Infrastructure.Tests.Llm;
using Miner.Infrastructure.Upstreams;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Upstreams;

/// <summary>The proxy of the environment is used, but not for this machine.</summary>
[NonParallelizable]
internal sealed class LoopbackBypassTests : ChatModelFixture
{
    private IWebProxy _before = null!;

    [SetUp]
    public void NameAProxyThatIsGone()
    {
        _before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy($"http://127.0.0.1:{UnusedPort.Find()}");
    }

    [TearDown]
    public void NameTheOneOfBefore() => HttpClient.DefaultProxy = _before;

    [TestCase("127.0.0.1")]
    [TestCase("localhost")]
    public async Task CompleteAsync_OfThisMachine_DoesWithoutAProxy(string host)
    {
        var address = new UriBuilder(Upstream.BaseUrl) { Host = host }.Uri;

        var completion = await Model(Options() with { BaseUrl = address }).CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CompleteAsync_OfAnotherMachine_GoesByTheProxy()
    {
        HttpClient.DefaultProxy = new WebProxy(new Uri(Upstream.BaseUrl.GetLeftPart(UriPartial.Authority)));

        await Model(Options() with { BaseUrl = new Uri("http://upstream.invalid/v1") }).CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Upstream.Requests.Single().Headers["Host"], Is.EqualTo("upstream.invalid"));
    }

    [Test]
    public async Task CompleteAsync_OfAnotherMachineWhenTheProxyIsGone_Fails()
    {
        var model = Model(Options() with { BaseUrl = new Uri("http://upstream.invalid/v1") });

        Assert.That(
            (await FailureOfAsync(model.CompleteAsync(Request(), CancellationToken.None))).Failure, Is.EqualTo(ChatModelFailure.Failed));
    }

    [TestCase("http://127.0.0.1:8000/v1", true)]
    [TestCase("http://127.9.9.9/v1", true)]
    [TestCase("http://localhost:8000/v1", true)]
    [TestCase("http://[::1]:8000/v1", true)]
    [TestCase("http://10.0.0.7/v1", false)]
    [TestCase("https://api.openai.com/v1", false)]
    [TestCase("http://localhost.example.org/v1", false)]
    public void IsBypassed_OfAnAddress_IsSoForThisMachineAlone(string address, bool expected)
    {
        var bypass = new LoopbackBypass(new WebProxy("http://proxy.example:3128"));

        Assert.That(bypass.IsBypassed(new Uri(address)), Is.EqualTo(expected));
        Assert.That(bypass.GetProxy(new Uri(address)) is null, Is.EqualTo(expected));
    }
}
