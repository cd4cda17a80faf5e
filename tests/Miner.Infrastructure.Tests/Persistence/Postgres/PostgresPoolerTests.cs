using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Postgres;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Persistence.Postgres;

/// <summary>
/// Stores whose transactions go over connections that they share with each other. Needs the Debian packages <c>postgresql</c> and
/// <c>pgbouncer</c>.
/// </summary>
[Category("NeedsPackages")]
internal sealed class PostgresPoolerTests : PostgresFixture
{
    private const string CountPrepared = "SELECT count(*) FROM pg_prepared_statements WHERE name LIKE '\\_%'";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private PgBouncer _pooler = null!;

    private string PooledUrl => Url.Replace($":{Server.Port}/", $":{_pooler.Port}/", StringComparison.Ordinal);

    [SetUp]
    public async Task StartPooler() => _pooler = await PgBouncer.StartAsync(Server);

    [TearDown]
    public async Task StopPooler() => await _pooler.DisposeAsync();

    [Test]
    public async Task Migrate_WhenTenMinersStartAtOnceOnAnEmptyDatabase_GivesAllTheSchema()
    {
        var database = Server.CreateDatabase();
        var url = Server.Url(database).Replace($":{Server.Port}/", $":{_pooler.Port}/", StringComparison.Ordinal);
        var stores = Enumerable.Range(0, 10).Select(_ => At(url, Long)).ToList();

        await Task.WhenAll(stores.Select(store => store.Starting<PostgresMigrator>().MigrateAsync(Token)));

        await Task.WhenAll(stores.Select((store, number) => store.Conversations.AppendAsync($"{number}", Exchange("question"), Token)));
        Assert.That(await stores[0].Conversations.CountAsync(Token), Is.EqualTo(10));
        Server.DropDatabase(database);
    }

    [Test]
    public async Task EveryMethod_OfTwoStoresAtOnce_DoesItsOwn()
    {
        TestStore[] stores = [At(PooledUrl, Long), At(PooledUrl, Long)];

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() => WorkAsync(stores[number % 2], number), Token)));

        foreach (var store in stores) Assert.That(await store.Conversations.CountAsync(Token), Is.EqualTo(60));
        Assert.That((await Store.Playbooks.ListAsync("shared", null, Token)).Single().Version, Is.EqualTo(60));

        async Task WorkAsync(TestStore store, int number)
        {
            await store.Conversations.AppendAsync($"{number}", Exchange($"question {number}"), Token);
            await store.Playbooks.LearnAsync("shared", Lessons.Applying(Lessons.Update("key", $"value {number}")), Token);
            var found = await store.Conversations.ReadContextAsync($"{number}", messages: true, playbook: true, Token);
            Assert.That(found.Messages[0].Content, Is.EqualTo($"question {number}"));
            await store.Conversations.DeleteAsync("nothing", playbook: true, Token);
            await store.Conversations.ListAsync(10, 0, Token);
        }
    }

    [Test]
    public async Task EveryMethod_WhenTheServerIsRestarted_WaitsForIt()
    {
        var store = At(PooledUrl, Long);
        await store.Conversations.AppendAsync("cid", Exchange("before"), Token);
        await Server.StopAsync();
        Assert.That(() => store.Conversations.CountAsync(Token), Throws.InstanceOf<StorageException>());
        var appending = store.Conversations.AppendAsync("cid", Exchange("meanwhile", "another answer"), Token);

        await Server.StartAgainAsync();

        await appending;
        Assert.That((await Store.Conversations.FindAsync("cid", Token))!.Messages, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Statements_ThroughAPooler_AreNotPrepared() => Assert.That(await CountPreparedAsync(PooledUrl), Is.Zero);

    [Test]
    public async Task Statements_WhereTheUrlSaysSo_AreNotPrepared() =>
        Assert.That(await CountPreparedAsync($"{Url}?prepared_statement_cache_size=0"), Is.Zero);

    [Test]
    public async Task Statements_OnTheServerItself_ArePrepared() => Assert.That(await CountPreparedAsync(Url), Is.Positive);

    private async Task<long> CountPreparedAsync(string url)
    {
        var store = At(url, Long);
        for (var i = 0; i < 10; i++) await store.Conversations.FindAsync("cid", Token);
        return await store.Get<PostgresDatabase>().ReadAsync(session => session.ScalarAsync<long>(CountPrepared, new { }), Token);
    }
}
