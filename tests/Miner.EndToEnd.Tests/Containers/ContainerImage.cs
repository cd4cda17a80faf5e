using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Miner.EndToEnd.Tests.Containers;

/// <summary>
/// The image of <c>deploy/Containerfile</c>, built by Debian's <c>buildah</c> without an engine and without a registry: its base is made of
/// Debian's packages, and the stage that compiles has this machine's SDK. Needs root, as it mounts and changes roots.
/// </summary>
internal sealed class ContainerImage : IAsyncDisposable
{
    private const string Name = "localhost/sample-miner";
    private const string Base = "localhost/base";
    private const string Sdk = "localhost/sdk";

    /// <summary>What Microsoft's image has: the C library and its like, and OpenSSL.</summary>
    private const string BasePackages = "base-files,libc6,libgcc-s1,libstdc++6,zlib1g,libssl3";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("miner-image-");

    private ContainerImage()
    {
    }

    public static async Task<ContainerImage> MakeAsync()
    {
        Assert.That(Environment.UserName, Is.EqualTo("root"), "Images are built by root, who may mount and change roots.");
        var image = new ContainerImage();
        try
        {
            await image.BuildAsync();
            return image;
        }
        catch (Exception)
        {
            await image.DisposeAsync();
            throw;
        }
    }

    /// <summary>What an engine is told of it: the user, the command, the health check.</summary>
    public async Task<JsonNode> ConfigurationAsync() =>
        JsonNode.Parse(await BuildahAsync("inspect", "--type", "image", Name))!["Docker"]!["config"]!;

    /// <summary>The bytes of its layers as a registry keeps them.</summary>
    public async Task<long> CompressedSizeAsync()
    {
        var folder = Path.Combine(_folder.FullName, "pushed");
        await BuildahAsync("push", "-q", Name, $"oci:{folder}");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
    }

    /// <summary>A container's root, with all that the image holds.</summary>
    public async Task<string> MountAsync()
    {
        var container = (await BuildahAsync("from", Name)).Trim();
        return (await BuildahAsync("mount", container)).Trim();
    }

    public async ValueTask DisposeAsync()
    {
        await BuildahAsync("rm", "--all");
        await BuildahAsync("rmi", "--all", "--force");
        _folder.Delete(recursive: true);
    }

    private async Task BuildAsync()
    {
        var root = Path.Combine(_folder.FullName, "base.tar");
        await HostTool.RunAsync(
            "mmdebstrap",
            "mmdebstrap",
            ["--quiet", "--variant=extract", $"--include={BasePackages}", "bookworm", root]);
        await ImportAsync(Base, root);
        await ImportAsync(Sdk, await MakeSdkRootAsync());

        // The folder of the dotnet that runs this test.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var packages = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget");
        await BuildahAsync(
            "build", "-q", "--isolation", "chroot", "--format", "docker", "-f", "deploy/Containerfile", "-t", Name,
            "--build-arg", $"SDK_IMAGE={Sdk}", "--build-arg", $"BASE_IMAGE={Base}", "--build-arg", "REVISION=0123456789abcdef",
            "-v", "/usr:/usr:ro", "-v", "/etc:/etc:ro", "-v", $"{dotnet}:/dotnet:ro", "-v", $"{packages}:/root/.nuget", ".");
    }

    /// <summary>A root without anything but the places where this machine's programs are mounted.</summary>
    private async Task<string> MakeSdkRootAsync()
    {
        var root = _folder.CreateSubdirectory("sdk");
        foreach (var name in new[] { "bin", "sbin", "lib", "lib64" })
            File.CreateSymbolicLink(Path.Combine(root.FullName, name), Path.Combine("usr", name));
        foreach (var name in new[] { "usr", "etc", "root", "tmp", "dotnet" }) root.CreateSubdirectory(name);
        var archive = Path.Combine(_folder.FullName, "sdk.tar");
        await HostTool.RunAsync("tar", "tar", ["-cf", archive, "-C", root.FullName, "."]);
        return archive;
    }

    private async Task ImportAsync(string name, string archive)
    {
        var container = (await BuildahAsync("from", "scratch")).Trim();
        await BuildahAsync("add", "-q", container, archive, "/");
        await BuildahAsync("config", "--env", "PATH=/dotnet:/usr/local/bin:/usr/bin:/bin", container);
        await BuildahAsync("commit", "-q", "--rm", container, name);
        File.Delete(archive);
    }

    private Task<string> BuildahAsync(params string[] arguments) => HostTool.RunAsync(
        "buildah",
        "buildah",
        [
            "--root", Path.Combine(_folder.FullName, "store"), "--runroot", Path.Combine(_folder.FullName, "run"),
            "--storage-driver", "vfs",
            .. arguments,
        ]);
}
