using Miner.Operator.Files;

namespace Miner.Operator.Tests.Files;

[TestFixture]
internal sealed class SecretFileTests
{
    private DirectoryInfo _folder = null!;

    private string Secret => Path.Combine(_folder.FullName, "secret");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("miner-secret-file-tests-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(SecretFile.MaxLength)]
    public async Task ReadAsync_OfASmallFile_GivesAllOfIt(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(index => (byte)index).ToArray();
        await File.WriteAllBytesAsync(Secret, bytes);

        using var secret = await SecretFile.ReadAsync(Secret, CancellationToken.None);

        Assert.That(secret.Span.ToArray(), Is.EqualTo(bytes));
    }

    [Test]
    public async Task ReadAsync_OfOneByteMore_RefusesIt()
    {
        await File.WriteAllBytesAsync(Secret, new byte[SecretFile.MaxLength + 1]);

        Assert.That(() => ReadAsync(), Throws.TypeOf<OperatorException>().With.Message.Contains("larger than 64 KiB"));
    }

    [Test]
    public void ReadAsync_OfNothing_NamesThePath() =>
        Assert.That(() => ReadAsync(), Throws.TypeOf<OperatorException>().With.Message.EqualTo($"There is no file {Secret}."));

    [Test]
    public void ReadAsync_OfAFolder_SaysThatItIsNoFile()
    {
        Directory.CreateDirectory(Secret);

        Assert.That(() => ReadAsync(), Throws.TypeOf<OperatorException>().With.Message.Contains("is not a file that this user may read"));
    }

    [Test]
    [Platform("Linux")]
    public void ReadAsync_OfAnEndlessDevice_StopsAtTheLimit() =>
        Assert.That(
            () => SecretFile.ReadAsync("/dev/zero", CancellationToken.None),
            Throws.TypeOf<OperatorException>().With.Message.Contains("larger than 64 KiB"));

    private Task<SecretBytes> ReadAsync() => SecretFile.ReadAsync(Secret, CancellationToken.None);
}
