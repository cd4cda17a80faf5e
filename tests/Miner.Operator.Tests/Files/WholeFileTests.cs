using System.Diagnostics;
using Miner.Operator.Files;

namespace Miner.Operator.Tests.Files;

[TestFixture]
internal sealed class WholeFileTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("miner-file-tests-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Write_OverALink_WritesWhereItLeads()
    {
        File.CreateSymbolicLink(At("link"), At("target"));

        await WriteAsync("link", "first");
        await WriteAsync("link", "second");

        Assert.That(File.ResolveLinkTarget(At("link"), returnFinalTarget: true)!.FullName, Is.EqualTo(At("target")));
        Assert.That(await File.ReadAllTextAsync(At("target")), Is.EqualTo("second"));
        Assert.That(_folder.GetFileSystemInfos(), Has.Length.EqualTo(2));
    }

    [TestCase("pipe")]
    [TestCase("link")]
    [Platform("Linux")]
    public async Task Write_OverAPipe_RefusesAndLeavesIt(string name)
    {
        using (var make = Process.Start("mkfifo", [At("pipe")])) await make.WaitForExitAsync();
        File.CreateSymbolicLink(At("link"), At("pipe"));

        Assert.That(() => WholeFile.Check(At(name)), Throws.InstanceOf<IOException>().With.Message.Contains("pipe"));
        Assert.That(async () => await WriteAsync(name, "text"), Throws.InstanceOf<IOException>().With.Message.Contains("pipe"));
        Assert.That(FileKind.IsSpecial(At("pipe")), Is.True);
        Assert.That(_folder.GetFileSystemInfos(), Has.Length.EqualTo(2));
    }

    [TestCase("missing/file")]
    [TestCase("folder")]
    [TestCase("circle")]
    public void Check_WhereNothingCanBe_Throws(string name)
    {
        _folder.CreateSubdirectory("folder");
        File.CreateSymbolicLink(At("circle"), At("circle"));

        Assert.That(() => WholeFile.Check(At(name)), Throws.InstanceOf<IOException>());
        Assert.That(_folder.GetFileSystemInfos(), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Check_OverAFile_LeavesItAsItIs()
    {
        await File.WriteAllTextAsync(At("file"), "before");

        WholeFile.Check(At("file"));

        Assert.That(await File.ReadAllTextAsync(At("file")), Is.EqualTo("before"));
        Assert.That(_folder.GetFileSystemInfos(), Has.Length.EqualTo(1));
    }

    private Task WriteAsync(string name, string text) =>
        WholeFile.WriteAsync(At(name), text, overwrite: true, isPrivate: false, CancellationToken.None);

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
