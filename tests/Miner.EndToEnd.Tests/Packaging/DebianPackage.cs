using System.Text.RegularExpressions;
using Miner.EndToEnd.Tests.Containers;

namespace Miner.EndToEnd.Tests.Packaging;

/// <summary>The package that <c>deploy/debian/build.sh</c> builds.</summary>
/// <param name="file">The package's path.</param>
internal sealed class DebianPackage(string file)
{
    private const string NewSetting = "# A newer version's setting.\n";

    public string File => file;

    private static string Folder => Path.Combine(Repository.Root, "deploy", "debian");

    /// <summary>The unit that the package installs, in the sources.</summary>
    public static string Unit => Path.Combine(Folder, "sample-miner.service");

    /// <summary>Builds the package of this machine's architecture into <paramref name="folder"/>, which is not there yet.</summary>
    public static async Task<DebianPackage> BuildAsync(string folder)
    {
        // Compressing takes longer than all else, and the package goes no further.
        var architecture = (await HostTool.RunAsync("dpkg", "dpkg", ["--print-architecture"])).Trim();
        var build = Path.Combine(Folder, "build.sh");
        await HostTool.RunAsync("bash", "bash", [build, architecture, folder], ("DPKG_DEB_COMPRESSOR_TYPE", "none"));
        return new DebianPackage(Directory.EnumerateFiles(folder, "*.deb").Single());
    }

    /// <summary>The same as a higher version, whose settings file has another line.</summary>
    public async Task<DebianPackage> NewerAsync(string version)
    {
        var tree = $"{file}.newer";
        await HostTool.RunAsync("dpkg-deb", "dpkg", ["-R", file, tree]);
        var control = Path.Combine(tree, "DEBIAN", "control");
        await System.IO.File.WriteAllTextAsync(
            control, Regex.Replace(await System.IO.File.ReadAllTextAsync(control), "(?m)^Version: .*$", $"Version: {version}"));
        await System.IO.File.AppendAllTextAsync(Path.Combine(tree, "etc", "sample-miner", "miner.env"), NewSetting);
        await HostTool.RunAsync("dpkg-deb", "dpkg", ["--root-owner-group", "-Znone", "-b", tree, $"{tree}.deb"]);
        return new DebianPackage($"{tree}.deb");
    }
}
