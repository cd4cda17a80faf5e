using Miner.Infrastructure.Counters;

namespace Miner.Infrastructure.Tests.Counters;

internal sealed class RedisOptionsTests
{
    [TestCase("redis://localhost", "localhost", 6379, false, null, null, 0)]
    [TestCase("redis://10.0.0.1:6380/3", "10.0.0.1", 6380, false, null, null, 3)]
    [TestCase("redis://:p%40ss%2Fword@redis:6379/", "redis", 6379, false, null, "p@ss/word", 0)]
    [TestCase("rediss://miner:secret@redis.example.org:6390/1", "redis.example.org", 6390, true, "miner", "secret", 1)]
    public void TryParse_OfAnAddress_ReadsEachPart(
        string url, string host, int port, bool tls, string? user, string? password, int database)
    {
        Assert.That(RedisOptions.TryParse(url, out var options, out _), Is.True);
        Assert.That(options, Is.EqualTo(new RedisOptions
        {
            Host = host,
            Port = port,
            UsesTls = tls,
            User = user,
            Password = password,
            Database = database,
        }));
        Assert.That(options!.ToString(), Is.EqualTo($"{host}:{port}/{database}"), "without the password");
    }

    [TestCase("")]
    [TestCase("localhost:6379")]
    [TestCase("http://secret@localhost")]
    [TestCase("redis://")]
    [TestCase("redis://localhost/secret")]
    [TestCase("redis://localhost/-1")]
    [TestCase("redis://localhost?password=secret")]
    public void TryParse_OfAnythingElse_SaysHowItMustLookAndRepeatsNothing(string url)
    {
        Assert.That(RedisOptions.TryParse(url, out _, out var error), Is.False);
        Assert.That(error, Does.StartWith("It must look like redis://").And.Not.Contain("secret"));
    }
}
