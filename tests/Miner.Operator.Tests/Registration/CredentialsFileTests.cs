using Miner.Operator.Files;
using Miner.Operator.Registration;

namespace Miner.Operator.Tests.Registration;

[TestFixture]
internal sealed class CredentialsFileTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("miner-credentials-tests-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Write_OfANewFile_LetsOnlyItsOwnerReadItAndLeavesNothingElse()
    {
        await CredentialsFile.WriteAsync(At("signed.txt"), "text\n", overwrite: false, CancellationToken.None);

        Assert.That(await CredentialsFile.ReadAsync(At("signed.txt"), CancellationToken.None), Is.EqualTo("text\n"));
        Assert.That(_folder.GetFileSystemInfos().Select(file => file.Name), Is.EqualTo(new[] { "signed.txt" }));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(At("signed.txt")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Write_OverAnother_RefusesUnlessTold()
    {
        await File.WriteAllTextAsync(At("signed.txt"), "before");

        Assert.That(
            async () => await CredentialsFile.WriteAsync(At("signed.txt"), "after", overwrite: false, CancellationToken.None),
            Throws.TypeOf<OperatorException>().With.Message.Contains("something is there already"));
        Assert.That(await File.ReadAllTextAsync(At("signed.txt")), Is.EqualTo("before"));

        await CredentialsFile.WriteAsync(At("signed.txt"), "after", overwrite: true, CancellationToken.None);
        Assert.That(await File.ReadAllTextAsync(At("signed.txt")), Is.EqualTo("after"));
        Assert.That(_folder.GetFileSystemInfos(), Has.Length.EqualTo(1));
    }

    [TestCase("missing/signed.txt")]
    [TestCase("folder")]
    public void Write_WhereNothingCanBe_SaysSoAndLeavesNothing(string path)
    {
        _folder.CreateSubdirectory("folder");

        Assert.That(
            async () => await CredentialsFile.WriteAsync(At(path), "text", overwrite: true, CancellationToken.None),
            Throws.TypeOf<OperatorException>().With.Message.Contains("cannot be written"));
        Assert.That(_folder.GetFileSystemInfos(), Has.Length.EqualTo(1));
    }

    [Test]
    public void Write_WhenCancelled_LeavesNothing()
    {
        Assert.That(
            async () => await CredentialsFile.WriteAsync(At("signed.txt"), "text", overwrite: true, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_folder.GetFileSystemInfos(), Is.Empty);
    }

    [Test]
    public void Read_OfAHugeFile_RefusesIt()
    {
        File.WriteAllBytes(At("huge"), new byte[SecretFile.MaxLength + 1]);

        Assert.That(
            async () => await CredentialsFile.ReadAsync(At("huge"), CancellationToken.None),
            Throws.TypeOf<OperatorException>().With.Message.Contains("larger than"));
    }

    private string At(string path) => Path.Combine(_folder.FullName, path);
}
