using System.Buffers.Binary;
using Dapper;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite;

/// <summary>What goes wrong under a running store: each is a <see cref="StorageException"/>, and none outlasts its cause.</summary>
internal sealed class SqliteFailureTests : SqliteFixture
{
    [Test]
    public async Task AppendAsync_WhenAnotherProgramHoldsTheLock_FailsAfterTheTimeoutAndThenRecovers()
    {
        using (var shell = Connect())
        {
            shell.Execute("BEGIN IMMEDIATE");

            Assert.That(() => AppendAsync("cid"), Throws.InstanceOf<StorageException>().With.Message.Contains("locked"));
            Assert.That(await Store.Conversations.CountAsync(Token), Is.Zero);
        }

        await AppendAsync("cid");
        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(1));
    }

    [Test]
    public async Task AppendAsync_WhenTheLockIsGivenBackInTime_IsStored()
    {
        using var shell = Connect();
        shell.Execute("BEGIN IMMEDIATE");
        var appending = AppendAsync("cid");

        shell.Execute("COMMIT");

        await appending;
        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(1));
    }

    [Test]
    public async Task AppendAsync_WhenTheDiskIsFull_FailsAndThenRecovers()
    {
        await AppendAsync("small");
        await Writer.RunAsync(connection => connection.Execute("PRAGMA max_page_count = 1"), Token);

        Assert.That(
            () => AppendAsync("cid", new string('x', 1_000_000)),
            Throws.InstanceOf<StorageException>().With.Message.Contains("full"));

        await AppendAsync("cid", new string('x', 1_000_000));
        Assert.That((await Store.Conversations.FindAsync("cid", Token))!.Messages, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task AppendAsync_WhenTheFileIsReadOnly_FailsAndThenRecovers()
    {
        await Writer.RunAsync(connection => connection.Execute("PRAGMA query_only = ON"), Token);

        Assert.That(() => AppendAsync("cid"), Throws.InstanceOf<StorageException>().With.Message.Contains("written"));

        await AppendAsync("cid");
        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(1));
    }

    [Test]
    public async Task IsWritable_AfterAChange_TellsWhetherItWasStored()
    {
        Assert.That(Store.Conversations.IsWritable, Is.True);
        using (var shell = Connect())
        {
            shell.Execute("BEGIN IMMEDIATE");
            Assert.That(() => AppendAsync("cid"), Throws.InstanceOf<StorageException>());
            Assert.That(Store.Conversations.IsWritable, Is.False);
        }

        await AppendAsync("cid");
        Assert.That(Store.Conversations.IsWritable, Is.True);
    }

    [Test]
    public async Task EveryMethod_WhenTheFileIsMovedAway_FailsUntilItIsBack()
    {
        await AppendAsync("before");
        var elsewhere = Path.Combine(Folder, "elsewhere.db");
        System.IO.File.Move(File, elsewhere);

        Assert.That(() => AppendAsync("lost"), Throws.InstanceOf<StorageException>().With.Message.Contains("gone"));
        Assert.That(() => AppendAsync("lost"), Throws.InstanceOf<StorageException>().With.Message.Contains("gone"));
        Assert.That(() => Store.Conversations.CountAsync(Token), Throws.InstanceOf<StorageException>());
        Assert.That(System.IO.File.Exists(File), Is.False);

        System.IO.File.Move(elsewhere, File);
        await AppendAsync("after");
        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(2));
    }

    [Test]
    public async Task EveryMethod_WhenTheFileIsDamaged_ThrowsStorageException()
    {
        for (var number = 0; number < 20; number++) await AppendAsync($"{number}", new string('x', 4000));
        Store.Dispose();
        DamageAllButTheSchema();

        var store = Open();

        Assert.That(
            () => store.Conversations.FindAsync("1", Token),
            Throws.InstanceOf<StorageException>().With.Message.Contains("damaged"));
        Assert.That(() => store.Conversations.CountAsync(Token), Throws.InstanceOf<StorageException>());
        Assert.That(() => store.Conversations.AppendAsync("1", Exchange("q"), Token), Throws.InstanceOf<StorageException>());
        Assert.That(() => store.Playbooks.ListAsync("1", null, Token), Throws.InstanceOf<StorageException>());
    }

    /// <summary>Overwrites every page but the root of the schema's tree and those below it (sqlite.org/fileformat2.html, 1.6).</summary>
    private void DamageAllButTheSchema()
    {
        const int pageSize = 4096;
        const int header = 100;
        var bytes = System.IO.File.ReadAllBytes(File);
        Assert.That(bytes[header], Is.EqualTo(5), "The root of the schema's tree has pages below it.");
        var cells = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(header + 3));
        var schema = Enumerable.Range(0, cells)
            .Select(cell => (int)BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(header + 12 + (2 * cell))))
            .Append(header + 8)
            .Select(at => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at)))
            .Append(1)
            .ToHashSet();
        for (var page = 1; page <= bytes.Length / pageSize; page++)
            if (!schema.Contains(page)) bytes.AsSpan((page - 1) * pageSize, pageSize).Fill(0xA5);
        System.IO.File.WriteAllBytes(File, bytes);
    }
}
