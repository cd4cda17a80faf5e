using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Miner.Api.Limits;

namespace Miner.Api.Tests.Limits;

[TestFixture]
internal sealed class ConnectionLimitsTests : SharedMinerFixture
{
    protected override IEnumerable<(string Name, string Value)> Settings => [("MAX_CONNECTIONS", "123")];

    [Test]
    public void Connections_OfAllCallers_AreBoundedInNumberTimeAndMemory()
    {
        var limits = Service.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Multiple(() =>
        {
            Assert.That(limits.MaxConcurrentConnections, Is.EqualTo(123));
            Assert.That(limits.RequestHeadersTimeout, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(10)));
            Assert.That(limits.KeepAliveTimeout, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(70)));
            Assert.That(limits.MaxResponseBufferSize, Is.LessThanOrEqualTo(64 * 1024));
            // As large a piece as is written at once must be read within seconds.
            Assert.That(limits.MinResponseDataRate!.BytesPerSecond, Is.GreaterThanOrEqualTo(8 * 1024));
            Assert.That(limits.MinResponseDataRate.GracePeriod, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(5)));
        });
    }

    [Test]
    public async Task Readers_BeyondThoseWhoAreServed_WaitForThem()
    {
        var (sending, served, time) = (new TaskCompletionSource(), 0, new FakeTimeProvider());
        using var readers = new AnonymousReaders(_ =>
        {
            served++;
            return sending.Task;
        }, time);
        var first = Enumerable.Range(0, AnonymousReaders.MaxReaders).Select(_ => readers.InvokeAsync(new DefaultHttpContext())).ToList();

        using var aborted = new CancellationTokenSource();
        var refused = new DefaultHttpContext { RequestServices = Service.Services };
        var refusing = readers.InvokeAsync(refused);
        time.Advance(AnonymousReaders.LongestWait);
        await refusing;
        var givenUp = readers.InvokeAsync(new DefaultHttpContext { RequestAborted = aborted.Token });
        var waiting = readers.InvokeAsync(new DefaultHttpContext());
        await aborted.CancelAsync();

        Assert.That(refused.Response.StatusCode, Is.EqualTo(503));
        Assert.That(refused.Response.Headers.Connection.ToString(), Is.EqualTo("close"), "with whatever else it asked for");

        Assert.That(async () => await givenUp, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(served, Is.EqualTo(AnonymousReaders.MaxReaders));

        sending.SetResult();
        await Task.WhenAll([waiting, .. first]);
        Assert.That(served, Is.EqualTo(AnonymousReaders.MaxReaders + 1));
    }
}
