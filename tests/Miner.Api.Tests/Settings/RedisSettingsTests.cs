using Miner.Api.Settings;
using Miner.Infrastructure.Counters;

namespace Miner.Api.Tests.Settings;

[TestFixture]
internal sealed class RedisSettingsTests
{
    [Test]
    public void RedisUrl_WhenNotSet_IsNone() => Assert.That(Read(url: null).Redis, Is.Null);

    [Test]
    public void RedisUrl_OfAServer_IsRead() => Assert.That(
        Read("redis://:pw@redis.internal:6380/2").Redis,
        Is.EqualTo(new RedisOptions { Host = "redis.internal", Port = 6380, Password = "pw", Database = 2 }));

    [Test]
    public void RedisUrl_OfSomethingElse_EndsTheStartWithoutRepeatingIt() => Assert.That(
        () => Read("http://secret@host"),
        Throws.InstanceOf<SettingsException>().With.Message.Contains("REDIS_URL: It must look like").And.Message.Not.Contains("secret"));

    private static MinerSettings Read(string? url) => MinerSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["API_KEY"] = "key", ["LLM_PROVIDER"] = "offline", ["REDIS_URL"] = url })
        .Build());
}
