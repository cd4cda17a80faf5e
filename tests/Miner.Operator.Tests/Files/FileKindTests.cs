using System.Net.Sockets;
using Miner.Operator.Files;

namespace Miner.Operator.Tests.Files;

[TestFixture]
[Platform("Linux")]
internal sealed class FileKindTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("miner-file-kind-tests-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public void IsSpecial_OfFilesFoldersAndNothing_IsFalse()
    {
        File.WriteAllText(At("file"), "text");

        Assert.That(FileKind.IsSpecial(At("file")), Is.False);
        Assert.That(FileKind.IsSpecial(_folder.FullName), Is.False);
        Assert.That(FileKind.IsSpecial(At("missing")), Is.False);
    }

    [Test]
    public void IsSpecial_OfADeviceAndALinkToOne_IsTrue()
    {
        File.CreateSymbolicLink(At("link"), "/dev/null");

        Assert.That(FileKind.IsSpecial("/dev/null"), Is.True);
        Assert.That(FileKind.IsSpecial(At("link")), Is.True);
    }

    [Test]
    public void IsSpecial_OfASocket_IsTrue()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(At("socket")));

        Assert.That(FileKind.IsSpecial(At("socket")), Is.True);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
