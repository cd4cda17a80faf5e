using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite;

internal sealed class SqliteDurabilityTests : SqliteFixture
{
    [Test]
    public async Task Open_WhenTheStoreBeforeWasDisposedOf_FindsAllInTheOneFile()
    {
        await AppendAsync("cid");
        await Store.Playbooks.LearnAsync("cid", Lessons.Applying(Lessons.Insert("key")), Token);
        await Store.Conversations.CountAsync(Token);
        Store.Dispose();

        Assert.That(Directory.GetFiles(Folder).Select(Path.GetFileName), Is.EqualTo(["miner.db"]));

        var context = await Open().Conversations.ReadContextAsync("cid", messages: true, playbook: true, Token);
        Assert.That(context.Messages, Has.Count.EqualTo(2));
        Assert.That(context.Playbook, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Open_WhenTheStoreBeforeNeverShutDown_FindsWhatWasCommitted()
    {
        await AppendAsync("cid");
        // What a killed process leaves behind: the file and its log, as they are while it still has them open.
        foreach (var file in Directory.GetFiles(Folder))
            System.IO.File.Copy(file, file.Replace("miner.db", "left.db", StringComparison.Ordinal));

        using var left = On(Path.Combine(Folder, "left.db"));
        left.Starting<SqliteMigrator>().Migrate();

        Assert.That((await left.Conversations.FindAsync("cid", Token))!.Messages, Has.Count.EqualTo(2));
        Assert.That(await Open().Conversations.CountAsync(Token), Is.EqualTo(1));
    }
}
